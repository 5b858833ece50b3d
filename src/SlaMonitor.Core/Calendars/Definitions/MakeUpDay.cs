using NodaTime;

namespace SlaMonitor.Core.Calendars.Definitions;

/// <summary>A weekend day that is worked to make up for a day off elsewhere (China's 调休).</summary>
/// <param name="Date">The date.</param>
/// <param name="Name">The holiday that it makes up for, in the list's own language.</param>
public sealed record MakeUpDay(LocalDate Date, string Name);
