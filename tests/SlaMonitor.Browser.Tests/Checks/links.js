const findings = [];
for (const link of document.querySelectorAll('a')) {
  const written = link.getAttribute('href') ?? '';
  if (!/^https?:\/\/[^/]/.test(written)) findings.push(`A link leads to ${quoted(written)}, which is no whole address of the web.`);
  if (link.innerText.trim() === '') findings.push(`The link to ${quoted(written)} has no words.`);
  if (link.target !== '') findings.push(`The link to ${quoted(written)} opens a window.`);
}

return findings;
