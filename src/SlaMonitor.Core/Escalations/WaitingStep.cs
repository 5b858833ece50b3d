using NodaTime;

namespace SlaMonitor.Core.Escalations;

/// <summary>A step, or an all-clear, that has come, and of which somebody is told with their next mail.</summary>
/// <param name="Step">Its id.</param>
/// <param name="Since">When the monitor found that it has to wait.</param>
/// <param name="Until">Until when it waits: it is told at the first look after that, or with an earlier mail.</param>
/// <param name="Told">The addresses of those who were told of it already.</param>
public sealed record WaitingStep(StepId Step, Instant Since, Instant Until, IReadOnlyList<string> Told);
