// Stands before every check. Each piece of text that a reader sees, with the element it stands in and the boxes of its lines.
function visibleTexts() {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;

    const range = document.createRange();
    range.selectNodeContents(walker.currentNode);
    const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
    if (boxes.length > 0) texts.push({ text, element, boxes });
  }
  return texts;
}

function quoted(text) {
  return `'${text.length > 40 ? text.slice(0, 40) + '…' : text}'`;
}

// What looks like a button: a button, or a link with a face of its own.
function buttons() {
  return [...document.querySelectorAll('button, a[href]')].filter(element => {
    const style = getComputedStyle(element);
    return element.checkVisibility() && (element.tagName === 'BUTTON' || (style.display !== 'inline' && style.backgroundColor !== 'rgba(0, 0, 0, 0)'));
  });
}
