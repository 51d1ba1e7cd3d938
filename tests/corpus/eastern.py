"""Arabic and Chinese: masthead and title count, the text below them does not.

No PDF face at hand holds Arabic letters, so Arabic letters are rendered as DOCX and text only.
"""

from __future__ import annotations

from dataclasses import replace

from tests.corpus.case import Case, Head, letter
from tests.corpus.phrases import PSC, PSC_NAME, SG, SG_PSC, Senders
from tests.replica.un.spec import Party, Signature

FIELDS = (
    "document_type", "symbols", "reissued", "distribution", "distribution_date",
    "original_language", "ga_session", "sc_year", "agenda_items", "letter_date", "senders",
    "addressees", "job_number", "title", "language",
)  # fmt: skip
ARABIC, CHINESE = Head(tongue="ar"), Head(tongue="zh")


def _of(office: str, party: str, iso3: str | None) -> Senders:
    return Senders("", (Party(office, party, iso3),))


def _chinese(case: Case) -> Case:
    return replace(case, fields=FIELDS)


def _arabic(case: Case) -> Case:
    return replace(case, fields=FIELDS, renderings=("docx", "flat"))


CASES: tuple[Case, ...] = (
    _chinese(
        letter(
            "zh_council",
            "S/2021/9041",
            "2021-03-23",
            _of("Permanent Representative", "Norway", "NOR"),
            PSC,
            "谨通知你,北部海岸的灯塔已重新开放,欢迎各国游客在夏季前来参观。",
            "请将本信作为安全理事会文件分发为荷。",
            tags="letter language:zh",
            title="2021年3月23日挪威常驻联合国代表给安全理事会主席的信",
            signed=(Signature("安娜", "·埃亨普洛", ("常驻代表",)),),
            head=CHINESE,
        )
    ),
    _chinese(
        letter(
            "zh_joint",
            "A/75/9042–S/2021/9042",
            "2021-04-06",
            _of("Permanent Representative", "China", "CHN"),
            SG,
            "谨随函转递博物馆茶具目录。",
            "请将本信作为大会议程项目14和20的文件以及安全理事会的文件分发为荷。",
            tags="letter language:zh joint",
            title="2021年4月6日中国常驻联合国代表给秘书长的信",
            head=replace(
                CHINESE,
                items="14, 20",
                titles=("和平文化", "可持续发展"),
                session_text="第七十五届会议",
                second=("安全理事会", "第七十六年"),
                original="Chinese",
            ),
        )
    ),
    _chinese(
        letter(
            "zh_identical",
            "S/2020/9043",
            "2020-06-01",
            _of("Permanent Representative", "Syrian Arab Republic", "SYR"),
            SG_PSC,
            "谨通知你关于古钟展览的消息。",
            tags="identical_letters language:zh",
            kind="Identical letters",
            title="2020年6月1日阿拉伯叙利亚共和国常驻联合国代表给秘书长和安全理事会主席的同文信",
            head=replace(CHINESE, original="Arabic"),
        )
    ),
    _chinese(
        letter(
            "zh_note_verbale",
            "A/74/9044",
            "2019-10-08",
            _of("Permanent Mission", "Japan", "JPN"),
            SG,
            "日本常驻联合国代表团向秘书长致意,并谨转递渡轮时刻表。",
            tags="note_verbale language:zh",
            kind="Note verbale",
            title="2019年10月8日日本常驻联合国代表团给秘书长的普通照会",
            signed=(),
            head=replace(
                CHINESE, items="76", titles=("海洋和海洋法",), session_text="第七十四届会议"
            ),
        )
    ),
    _arabic(
        letter(
            "ar_council",
            "S/2021/9051",
            "2021-03-23",
            _of("Permanent Representative", "Norway", "NOR"),
            PSC,
            "يشرفني أن أبلغكم بأن منارات الساحل الشمالي قد فتحت أبوابها من جديد أمام الزوار.",
            tags="letter language:ar",
            title="رسالة مؤرخة 23 آذار/مارس 2021 موجهة إلى رئيس مجلس الأمن من الممثلة الدائمة "
            "للنرويج لدى الأمم المتحدة",
            head=ARABIC,
        )
    ),
    _arabic(
        letter(
            "ar_joint",
            "A/75/9052–S/2021/9052",
            "2021-04-06",
            _of("Permanent Representative", "Egypt", "EGY"),
            SG,
            "أتشرف بأن أحيل إليكم قائمة بالمكتبات العامة على ضفاف النهر.",
            tags="letter language:ar joint",
            title="رسالة مؤرخة 6 نيسان/أبريل 2021 موجهة إلى الأمين العام من الممثل الدائم لمصر لدى "
            "الأمم المتحدة",
            head=replace(
                ARABIC,
                items="14",
                titles=("ثقافة السلام",),
                session_text="الدورة الخامسة والسبعون",
                second=("مجلس الأمن", "السنة السادسة والسبعون"),
                original="Arabic",
            ),
        )
    ),
    _arabic(
        letter(
            "ar_identical",
            "S/2020/9053",
            "2020-06-01",
            _of("Permanent Representative", "Iraq", "IRQ"),
            SG_PSC,
            "أكتب إليكم بشأن معرض الساعات القديمة.",
            tags="identical_letters language:ar",
            kind="Identical letters",
            title="رسالتان متطابقتان مؤرختان 1 حزيران/يونيه 2020 موجهتان إلى الأمين العام ورئيس "
            "مجلس الأمن من الممثل الدائم للعراق لدى الأمم المتحدة",
            head=replace(ARABIC, original="Arabic"),
        )
    ),
    _arabic(
        letter(
            "ar_president",
            "S/2022/9054",
            "2022-03-08",
            Senders("", (Party(PSC_NAME, "Security Council"),)),
            SG,
            "يشرفني أن أبلغكم بأن رسالتكم قد عرضت على أعضاء مجلس الأمن.",
            tags="letter language:ar sender:psc",
            title="رسالة مؤرخة 8 آذار/مارس 2022 موجهة إلى الأمين العام من رئيسة مجلس الأمن",
            head=ARABIC,
        )
    ),
)
