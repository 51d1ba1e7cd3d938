"""A local stand-in for the outside world: feeds, document store, ministries; all invented.

`letters/` and `press/` hold what there is to read, each item one typed description that makes
its file or page and says what must be read from it; `un/` sets and renders documents; `hosts/`
answers; `world.py` is the state. A new document is a maker in `letters/`, a row in
`letters/slots.py` and a line in `letters/catalogue.py`.
"""
