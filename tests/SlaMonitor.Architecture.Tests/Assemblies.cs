using System.Reflection;
using SlaMonitor.Agreements;
using SlaMonitor.Azure.Tables;
using SlaMonitor.Channels;
using SlaMonitor.CloudEvents;
using SlaMonitor.Core.Calendars;
using SlaMonitor.Functions.Doors;
using SlaMonitor.Local;
using SlaMonitor.Mails;
using SlaMonitor.Monitoring;
using SlaMonitor.Webhooks;

namespace SlaMonitor.Architecture.Tests;

/// <summary>What is shipped.</summary>
internal static class Assemblies
{
    public static Assembly Core { get; } = typeof(BusinessCalendar).Assembly;

    public static Assembly Agreements { get; } = typeof(AgreementLoader).Assembly;

    public static Assembly CloudEvents { get; } = typeof(EventRules).Assembly;

    public static Assembly Mails { get; } = typeof(Mail).Assembly;

    public static Assembly Monitoring { get; } = typeof(MonitoringServices).Assembly;

    public static Assembly Azure { get; } = typeof(TableServices).Assembly;

    public static Assembly Local { get; } = typeof(LocalPorts).Assembly;

    public static Assembly Channels { get; } = typeof(ChannelServices).Assembly;

    public static Assembly Webhooks { get; } = typeof(WebhookServices).Assembly;

    public static Assembly Functions { get; } = typeof(ReceiveEvents).Assembly;

    public static Assembly Cli => Assembly.Load("SlaMonitor.Cli");

    /// <summary>What runs in the monitor itself, under either host.</summary>
    public static IReadOnlyList<Assembly> OfTheMonitor { get; } =
        [Core, Agreements, CloudEvents, Mails, Monitoring, Azure, Local, Channels, Webhooks, Functions];

    public static IReadOnlyList<Assembly> All => [.. OfTheMonitor, Cli];
}
