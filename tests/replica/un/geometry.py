"""Where things stand on a UN page: points from the top left of 612 by 792, baselines.

Measured on real documents of 2023 and 2025 (S/2023/449, A/80/L.1); the second column of a
joint document's session block is a guess.
"""

from __future__ import annotations

PAGE_WIDTH, PAGE_HEIGHT = 612.0, 792.0
LEFT_EDGE, RIGHT_EDGE = 60.0, 552.0
COLUMN_LEFT, COLUMN_RIGHT = 123.4, 491.0
INDENT = 147.1
SIGNATURE_RIGHT = 488.4
DISTR_LEFT = 397.0
SECOND_BLOCK_LEFT = 318.0
BLOCK_WIDTH = 245.0

THIN_RULE_Y, THICK_RULE_Y = 65.3, 210.0
SYMBOL_Y, NATIONS_Y, ORGAN_Y, DISTR_Y = 56.5, 57.8, 86.4, 86.7
BLOCK_Y = 222.0
LONE_TITLE_Y = 225.1
JOB_LEFT, JOB_Y, BARCODE_Y = 65.4, 747.6, 762.2

HEAD_Y, FOOT_Y = 59.0, 755.3
FIRST_LINE_Y = 84.5
LAST_LINE_Y_FIRST_PAGE, LAST_LINE_Y = 716.0, 731.0

BODY_SIZE, BODY_LEADING, PARAGRAPH_GAP = 10.0, 12.0, 6.0
CHARACTER_SPACE = 0.2
