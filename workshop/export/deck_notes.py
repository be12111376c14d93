"""The notes page of a slide: the whole of what the report says there, as lines of plain words."""

from collections.abc import Iterable, Iterator

from workshop.export.blocks import (
    Block,
    Cell,
    Chosen,
    Decided,
    Heading,
    Lines,
    Pairs,
    Papers,
    Table,
    Words,
)


def in_full(blocks: Iterable[Block]) -> tuple[str, ...]:
    return tuple(line for block in blocks for line in said(block) if line)


def sections(blocks: Iterable[Block], level: int) -> list[tuple[str, ...]]:
    """What stands under each heading of a level, with the heading."""
    found: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == level:
            found.append([])
        if found:
            found[-1].append(block)
    return [in_full(each) for each in found]


def said(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"{block.text} ({block.count})" if block.count >= 0 else block.text
        case Words():
            yield block.text
        case Pairs():
            yield from (f"{pair.title}: {pair.text}" for pair in block.pairs)
        case Papers() | Lines():
            for item in block.items:
                yield f"{'  ' * item.depth}– {beside(item.text, item.foot)}"
        case Decided():
            yield f"– {block.text}"
            yield from block.grounds
        case Chosen():
            yield from (f"{it.rank}. {it.title} ({it.dots})" for it in block.places)
        case Table():
            yield block.caption
            yield from (row(block.head, cells) for cells in block.rows)


def beside(text: str, foot: tuple[str, ...]) -> str:
    return f"{text} ({' · '.join(foot)})" if foot else text


def row(head: tuple[str, ...], cells: tuple[Cell, ...]) -> str:
    """Each cell under its head, without the empty ones."""
    told = [
        f"{word}: {beside(cell.text, cell.small)}"
        for word, cell in zip(head, cells, strict=True)
        if cell.text or cell.small
    ]
    return "– " + "; ".join(told)
