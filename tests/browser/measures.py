"""What a page must hold for everyone: room at 320 px, targets, focus, large text, calm, axe."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")

NARROW = {"width": 320, "height": 640}
LEAST = 24  # px, WCAG 2.5.8
FINGER = 44  # px, what a phone asks for most
PRIMARY = ".button--primary, .dot-button, .choice, .type, .code-field"
LONGEST = 0.15  # seconds of a fade that may stay where less motion is wanted
STOPS = 80  # Tabs after which a page has had its chance


def check_narrow(page: Page) -> None:
    """No sideways scroll, and every target large enough, on a phone of 320 px."""
    page.set_viewport_size(NARROW)
    assert too_wide(page) == []
    assert small_targets(page) == []


def check_large_text(page: Page, width: int) -> None:
    """Text of twice the size, on a screen of such a width."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate("() => (document.documentElement.style.fontSize = '200%')")
    assert too_wide(page) == []
    assert clipped(page) == []
    page.evaluate("() => (document.documentElement.style.fontSize = '')")


def check_axe(page: Page) -> None:
    assert violations(page) == []


def check_calm(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING, LONGEST) == []
    page.emulate_media(reduced_motion="no-preference")


def check_focus(page: Page) -> None:
    """Through the page by Tab: each stop is seen to have the focus, and nothing lies over it."""
    page.evaluate("() => (document.activeElement.blur(), scrollTo(0, 0))")
    for number in range(STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        # Past the last stop the focus leaves the page, or comes round to the first.
        if stop is None or page.evaluate(CAME_ROUND, number):
            return
        assert stop == stop | {"ring": True, "seen": True}
    raise AssertionError(f"more than {STOPS} tab stops")


def too_wide(page: Page) -> list[str]:
    return list(page.evaluate(TOO_WIDE))


def small_targets(page: Page) -> list[Any]:
    return list(page.evaluate(SMALL, {"least": LEAST, "finger": FINGER, "primary": PRIMARY}))


def clipped(page: Page) -> list[str]:
    return list(page.evaluate(CLIPPED))


def violations(page: Page) -> list[Any]:
    """With the page's policy on: axe comes in by the debugger's door."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(f"() => {{ {AXE} }}")
    return list(page.evaluate(RUN_AXE))


NAME = """const name = (it) => `${it.tagName.toLowerCase()}.${it.className?.baseVal ?? it.className} “${
  (it.getAttribute("aria-label") ?? it.textContent).trim().slice(0, 40)}”`;"""

TOO_WIDE = f"""() => {{
  {NAME}
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter((it) => it.getBoundingClientRect().right > innerWidth + 1);
  return out.slice(0, 8).map((it) => `${{name(it)}} ends at ${{Math.round(it.getBoundingClientRect().right)}}`);
}}"""

# A link inside a sentence is exempt (WCAG 2.5.8); a hidden radio is as large as its label.
SMALL = f"""({{ least, finger, primary }}) => {{
  {NAME}
  const targets = [...document.querySelectorAll("a[href], button, select, textarea, summary, input:not([type=hidden])")];
  const found = [];
  for (const target of targets) {{
    if (!target.checkVisibility({{ visibilityProperty: true }}) || target.closest("p")?.matches(":has(a)") && target.matches("p a")) continue;
    if (target.classList.contains("skip")) continue;
    const box = (target.labels?.length && target.matches("[type=radio], [type=checkbox]") ? target.labels[0] : target).getBoundingClientRect();
    const wanted = target.matches(primary) || target.labels?.[0]?.matches(primary) ? finger : least;
    if (box.width < wanted - 0.5 || box.height < wanted - 0.5) found.push(`${{name(target)}} ${{box.width.toFixed(1)}} x ${{box.height.toFixed(1)}}`);
  }}
  return found;
}}"""

# Text that a box around it cuts off.
CLIPPED = f"""() => {{
  {NAME}
  const frame = (it) => it && (getComputedStyle(it).overflow !== "visible" ? it : frame(it.parentElement));
  const hiding = (it) => (it && /hidden|clip/.test(getComputedStyle(it).overflow) ? it : null);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const cut = new Set();
  while (texts.nextNode()) {{
    const it = texts.currentNode.parentElement;
    const box = hiding(frame(it))?.getBoundingClientRect();
    if (!box || !texts.currentNode.data.trim() || it.closest(".visually-hidden, .skip, svg, [aria-hidden=true]") || !it.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const text = range.getBoundingClientRect();
    if (text.right > box.right + 1 || text.left < box.left - 1 || text.bottom > box.bottom + 2) cut.add(name(it));
  }}
  return [...cut];
}}"""

MOVING = f"""(longest) => {{
  {NAME}
  const seconds = (text) => Math.max(...text.split(",").map((each) => parseFloat(each) * (each.trim().endsWith("ms") ? 0.001 : 1)));
  const moves = (style) => seconds(style.transitionDuration) > longest
    || (style.animationName !== "none" && seconds(style.animationDuration) > longest);
  return [...document.querySelectorAll("*")].filter((it) => moves(getComputedStyle(it))).map(name);
}}"""

CAME_ROUND = """(number) => {
  if (!number) globalThis.firstStop = document.activeElement;
  return number > 0 && document.activeElement === globalThis.firstStop;
}"""

# The ring may stand on the stop itself, on the frame around it, or on the face beside a hidden input.
FOCUSED = f"""() => {{
  {NAME}
  const it = document.activeElement;
  if (!it || it === document.body) return null;
  const probe = document.body.appendChild(document.createElement("i"));
  probe.style.color = "var(--focus)";
  const blue = getComputedStyle(probe).color;
  probe.remove();
  const ringed = (at) => {{
    const {{ outlineStyle, outlineWidth, borderTopColor, borderTopWidth }} = getComputedStyle(at);
    return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || (borderTopColor === blue && parseFloat(borderTopWidth) >= 2);
  }};
  const around = [it, it.parentElement, it.parentElement.parentElement, ...(it.nextElementSibling ? [it.nextElementSibling, ...it.nextElementSibling.children] : [])];
  const box = (it.matches("[type=radio], [type=checkbox]") ? it.labels[0] : it).getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [box.left + box.width * x, box.top + box.height * y]));
  const hit = ([x, y]) => {{
    const top = document.elementFromPoint(x, y);
    return top && (it.contains(top) || top.contains(it) || it.labels?.[0]?.contains(top));
  }};
  return {{ name: name(it), html: it.outerHTML.slice(0, 200), ring: around.some(ringed), seen: points.filter(hit).length >= 5 }};
}}"""

# What fades in has come before its colours are measured. Style sheets are not fetched once more: only a
# rule on turned screens reads them, and it is off.
RUN_AXE = """async () => {
  const comes = (it) => it.effect.getComputedTiming().endTime < Infinity;
  await Promise.allSettled(document.getAnimations().filter(comes).map((it) => it.finished));
  const { violations } = await axe.run(document, { resultTypes: ["violations"], preload: false });
  return violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ target, failureSummary }) => `${target} ${failureSummary}`)]);
}"""
