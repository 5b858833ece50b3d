const findings = [];
if (document.compatMode !== 'CSS1Compat') findings.push('There is no <!DOCTYPE html>.');
if (document.title.trim() === '') findings.push('It has no title.');
if (/[\r\n\t]/.test(document.querySelector('title')?.textContent.trim() ?? '')) findings.push('The title has several lines.');

const headings = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')];
const main = headings.filter(heading => heading.localName === 'h1');
if (main.length !== 1) findings.push(`It has ${main.length} main headings.`);
if (main.some(heading => heading.innerText.trim() === '')) findings.push('The main heading is empty.');
headings.reduce((before, heading) => {
  const level = Number(heading.localName[1]);
  if (level > before + 1) findings.push(`${quoted(heading.innerText)} is a heading of level ${level} under level ${before}.`);
  return level;
}, 0);

return findings;
