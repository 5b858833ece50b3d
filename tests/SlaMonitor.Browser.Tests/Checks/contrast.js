const least = 4.5;

function colour(css) {
  const parts = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  if (!parts) throw new Error(`The colour ${css} is of a kind that this check does not know.`);
  return { rgb: [1, 2, 3].map(part => Number(parts[part])), alpha: parts[4] === undefined ? 1 : Number(parts[4]) };
}

const over = (upper, lower) => upper.rgb.map((value, part) => value * upper.alpha + lower[part] * (1 - upper.alpha));

// What the browser paints where the page paints nothing.
function canvas() {
  const probe = document.createElement('div');
  probe.style.backgroundColor = 'Canvas';
  document.body.append(probe);
  const painted = colour(getComputedStyle(probe).backgroundColor).rgb;
  probe.remove();
  return painted;
}

function behind(element, findings, text) {
  const layers = [];
  for (let around = element; around; around = around.parentElement) {
    const style = getComputedStyle(around);
    if (style.backgroundImage !== 'none') findings.push(`${quoted(text)} stands on a picture.`);
    const layer = colour(style.backgroundColor);
    layers.push(layer);
    if (layer.alpha === 1) break;
  }
  return layers.reduceRight((below, layer) => over(layer, below), canvas());
}

function faded(element) {
  let opacity = 1;
  for (let around = element; around; around = around.parentElement) opacity *= Number(getComputedStyle(around).opacity);
  return opacity;
}

function luminance(rgb) {
  const [red, green, blue] = rgb.map(value => value / 255).map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const findings = [];
for (const { text, element } of visibleTexts()) {
  const ground = behind(element, findings, text);
  const ink = colour(getComputedStyle(element).color);
  const letters = over({ rgb: ink.rgb, alpha: ink.alpha * faded(element) }, ground);
  const [light, dark] = [luminance(letters), luminance(ground)].sort((one, other) => other - one);
  const ratio = (light + 0.05) / (dark + 0.05);
  if (ratio < least) findings.push(`${quoted(text)} has a contrast of ${ratio.toFixed(2)}; it needs ${least}.`);
}

return [...new Set(findings)];
