using SlaMonitor.Local.Hosting.Running;

namespace SlaMonitor.Local.Hosting.Timers;

/// <summary>A function that a schedule starts.</summary>
internal sealed record TimerFunction(FunctionMethod Method, TimerSchedule Schedule, bool UseMonitor, bool RunOnStartup)
    : FunctionDefinition(Method);
