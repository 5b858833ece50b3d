const findings = [];
const texts = visibleTexts();

for (const { text, element, boxes } of texts) {
  // The box of a glyph is as high as its font wants, and may stick out of a tight line by a little without a stroke being lost.
  const slack = parseFloat(getComputedStyle(element).fontSize) / 3;
  for (const box of boxes) {
    if (box.left < -1 || box.right > document.documentElement.clientWidth + 1) findings.push(`${quoted(text)} leaves the screen.`);
    for (let around = element; around !== document.documentElement; around = around.parentElement) {
      const style = getComputedStyle(around);
      if (style.display === 'inline' || style.display === 'contents') continue;

      const outer = around.getBoundingClientRect();
      if (box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - slack || box.bottom > outer.bottom + slack)
        findings.push(`${quoted(text)} leaves its <${around.localName}>.`);
      if (style.overflowX !== 'visible' && around.scrollWidth > around.clientWidth + 1) findings.push(`${quoted(text)} is cut off by its <${around.localName}>.`);
    }
  }
}

const lines = texts.flatMap(({ text, boxes }, owner) => boxes.map(box => ({ text, box, owner })));
lines.forEach((one, index) => {
  for (const other of lines.slice(index + 1)) {
    if (one.owner === other.owner) continue;
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (across > 2 && down > Math.min(one.box.height, other.box.height) / 3) findings.push(`${quoted(one.text)} and ${quoted(other.text)} lie over each other.`);
  }
});

return [...new Set(findings)];
