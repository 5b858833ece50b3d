using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using SlaMonitor.Architecture.Tests;
using SlaMonitor.Monitoring.Observability;

namespace SlaMonitor.Infrastructure.Tests.Code;

/// <summary>What the program says of itself.</summary>
internal static partial class Telemetry
{
    private const BindingFlags Any =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The names of its metrics.</summary>
    public static IReadOnlyList<string> Metrics { get; } = Published();

    /// <summary>The names of their dimensions.</summary>
    public static IReadOnlyList<string> Dimensions { get; } =
        [.. Tag()
            .Matches(Repository.Read("src/SlaMonitor.Monitoring/Observability/MonitorMetrics.cs"))
            .Select(match => $"slamonitor.{match.Value}")
            .Distinct()];

    /// <summary>The ids of its log's events.</summary>
    public static IReadOnlyList<int> EventIds { get; } =
        [.. from assembly in Assemblies.OfTheMonitor
            from type in assembly.GetTypes()
            from method in type.GetMethods(Any)
            let message = method.GetCustomAttribute<LoggerMessageAttribute>()
            where message is not null
            select message.EventId];

    private static List<string> Published()
    {
        var names = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == Monitoring.Observability.Telemetry.Name) names.Add(instrument.Name);
        };
        listener.Start();
        using var metrics = new MonitorMetrics();
        return [.. names.Distinct()];
    }

    [GeneratedRegex("(?<=Tag\\(\")\\w+(?=\")")]
    private static partial Regex Tag();
}
