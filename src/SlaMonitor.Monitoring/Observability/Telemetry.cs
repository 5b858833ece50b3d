using System.Diagnostics;

namespace SlaMonitor.Monitoring.Observability;

/// <summary>What the monitor's traces and metrics are called: <c>docs/observability.md</c> says what each means.</summary>
public static class Telemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "SlaMonitor";

    /// <summary>Events of one delivery are stored.</summary>
    public const string IngestSpan = "ingest events";

    /// <summary>Everything that is due is looked at.</summary>
    public const string EvaluateSpan = "evaluate deadlines";

    /// <summary>A step has come and is put on the queue; in the trace of the event that started its clock.</summary>
    public const string FireSpan = "fire step";

    /// <summary>A notification is taken from the queue; in the trace of its step.</summary>
    public const string NotifySpan = "notify";

    /// <summary>A mail is handed to the mail system.</summary>
    public const string SendSpan = "send mail";

    internal static ActivitySource Source { get; } = new(Name);
}
