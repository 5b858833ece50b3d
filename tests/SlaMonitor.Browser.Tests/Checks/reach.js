const smallest = 44;
const found = buttons();
if (found.length === 0) return ['There is no button.'];

const findings = [];
const first = found[0].getBoundingClientRect();
if (first.bottom > innerHeight) findings.push(`${quoted(found[0].innerText)} ends at ${Math.round(first.bottom)} px, below the ${innerHeight} px of the screen.`);
for (const button of found) {
  const box = button.getBoundingClientRect();
  if (box.height < smallest || box.width < smallest)
    findings.push(`${quoted(button.innerText)} is ${Math.round(box.width)} by ${Math.round(box.height)} px; a thumb needs ${smallest}.`);
}

return findings;
