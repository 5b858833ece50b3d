using SlaMonitor.Local.Hosting.Timers;

namespace SlaMonitor.Local.Hosting.Discovery;

/// <summary>A function that a schedule starts.</summary>
internal sealed record TimerFunction(FunctionMethod Method, TimerSchedule Schedule, bool UseMonitor, bool RunOnStartup) : FunctionDefinition(Method);
