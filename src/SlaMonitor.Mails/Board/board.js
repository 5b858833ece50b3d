// Counts down between two looks at the monitor, and brings the page up to date. Everything that the page says is there without it.
"use strict";
(() => {
  const every = Number(document.getElementById("live").dataset.every ?? 10) * 1000;
  let pace = 1; // how many seconds of the monitor's clock pass in one of ours: a demonstration runs faster
  let seen = { theirs: Number(document.getElementById("live").dataset.now), ours: performance.now() }; // at the last look
  let upToDateAt = new Date();
  let looking = false;

  const timers = () => document.querySelectorAll("[data-left]");
  const two = number => String(number).padStart(2, "0");
  const text = seconds => {
    const length = Math.abs(seconds);
    const sign = seconds < 0 ? "−" : "";
    return `${sign}${Math.floor(length / 3600)}:${two(Math.floor(length / 60) % 60)}:${two(length % 60)}`;
  };
  const passed = () => ((performance.now() - seen.ours) / 1000) * pace;

  const count = () => {
    let isChanged = false;
    for (const timer of timers()) {
      const left = Number(timer.dataset.left);
      if (timer.dataset.changes !== "" && seen.theirs + passed() * 1000 >= Number(timer.dataset.changes)) {
        isChanged = true; // the desk opens or closes: the monitor knows what follows
        continue;
      }
      if (timer.dataset.counts !== "1") continue;
      const now = Math.floor(left - passed());
      if (left >= 0 && now < 0) isChanged = true;
      timer.textContent = text(now);
    }
    if (isChanged) look();
  };

  // What is left was true at the last look; from now on it is counted from this one.
  const take = time => {
    const ours = performance.now();
    const ourSeconds = (ours - seen.ours) / 1000;
    const theirSeconds = (time - seen.theirs) / 1000;
    if (ourSeconds > 1) pace = Math.max(0, theirSeconds / ourSeconds);
    for (const timer of timers())
      if (timer.dataset.counts === "1") timer.dataset.left = String(Number(timer.dataset.left) - theirSeconds);
    seen = { theirs: time, ours };
  };

  const replace = html => {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("live");
    const live = document.getElementById("live");
    if (next === null || live === null) return;
    const name = element => element.getAttribute("href") ?? element.getAttribute("aria-label");
    const focused = live.contains(document.activeElement) ? name(document.activeElement) : null;
    live.replaceWith(next);
    if (focused !== null) [...next.querySelectorAll("a, button")].find(one => name(one) === focused)?.focus();
  };

  const stale = isStale => {
    const notice = document.getElementById("stale");
    if (notice === null) return;
    notice.hidden = !isStale;
    if (isStale) notice.querySelector("span").textContent = upToDateAt.toLocaleTimeString(document.documentElement.lang);
  };

  const look = async () => {
    if (looking || document.hidden) return;
    looking = true;
    try {
      const answer = await fetch(location.href, {
        headers: { Accept: "text/html", "If-None-Match": `"${document.getElementById("live").dataset.mark}"` },
        cache: "no-store", credentials: "same-origin", signal: AbortSignal.timeout(every),
      });
      if (answer.status !== 304 && !answer.ok) throw new Error(String(answer.status));
      const time = Date.parse(answer.headers.get("SlaMonitor-Now"));
      if (Number.isNaN(time)) throw new Error("somebody else has answered");
      take(time);
      if (answer.status !== 304) replace(await answer.text());
      upToDateAt = new Date();
      stale(false);
    } catch {
      stale(true);
    } finally {
      looking = false;
    }
  };

  setInterval(count, 1000);
  setInterval(look, every);
  document.addEventListener("visibilitychange", look);
})();
