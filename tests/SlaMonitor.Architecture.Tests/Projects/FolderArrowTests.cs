using ArchUnitNET.Loader;
using ArchUnitNET.xUnit;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SlaMonitor.Architecture.Tests.Projects;

/// <summary>Within a project too, the folders are a way and not a web.</summary>
public sealed class FolderArrowTests
{
    /// <summary>What is shipped, as it was compiled.</summary>
    internal static ArchUnitNET.Domain.Architecture Code { get; } =
        new ArchLoader().LoadAssemblies([.. Assemblies.All]).Build();

    public static TheoryData<string, string> Forbidden => new()
    {
        // Core: calendars know nothing of agreements, tickets nothing of promises, clocks nothing of who is told.
        { "SlaMonitor.Core.Calendars", "SlaMonitor.Core.(Agreements|Tickets|Clocks|Escalations|Reporting)" },
        { "SlaMonitor.Core.Tickets", "SlaMonitor.Core.(Agreements|Calendars|Clocks|Escalations|Reporting)" },
        { "SlaMonitor.Core.Agreements", "SlaMonitor.Core.(Clocks|Escalations|Reporting)" },
        { "SlaMonitor.Core.Clocks", "SlaMonitor.Core.(Escalations|Reporting)" },

        // Monitoring: ports are what everything else stands on; taking events in knows nothing of firing and telling,
        // and nobody knows the views.
        { "SlaMonitor.Monitoring.Ports", "SlaMonitor.Monitoring.(Ingestion|Evaluation|Notification|Views|Assessment|Agreements|Storage)" },
        { "SlaMonitor.Monitoring.Assessment", "SlaMonitor.Monitoring.(Ingestion|Evaluation|Notification|Views)" },
        { "SlaMonitor.Monitoring.Ingestion", "SlaMonitor.Monitoring.(Evaluation|Notification|Views)" },
        { "SlaMonitor.Monitoring.(Evaluation|Notification)", "SlaMonitor.Monitoring.(Ingestion|Views)" },

        // Monitoring: only whoever plays a history knows how it is played.
        {
            "SlaMonitor.Monitoring.(Ports|Assessment|Ingestion|Evaluation|Notification|Views|Health|Promises|Reporting)",
            "SlaMonitor.Monitoring.Replaying"
        },

        // Local: one adapter does not know another.
        { "SlaMonitor.Local.Storage", "SlaMonitor.Local.(Mail|Queues|Notifications|Hosting|Clock)" },
        { "SlaMonitor.Local.Mailers", "SlaMonitor.Local.(Storage|Queues|Notifications|Hosting|Clock|Sqlite)" },
        { "SlaMonitor.Local.Queues", "SlaMonitor.Local.(Storage|Mail|Notifications|Hosting|Clock)" },

        // Azure: the way to a table knows nothing of what is in it.
        { "SlaMonitor.Azure.Tables.Access", "SlaMonitor.Azure.Tables.Rows" },

        // sla: only the commands on a data folder know the store, and only a replay plays a history to the monitor.
        {
            "SlaMonitor.Cli.(Checking|Doctor|Drafting|Explaining|Holidays|Importing|Operating|Preview|Running|Tuning)",
            "SlaMonitor.(Local|Monitoring)"
        },
        { "SlaMonitor.Cli.Replaying", "SlaMonitor.Local" },

        // The doors are the same under both hosts: they know neither, but for a message as both hosts give it.
        { "SlaMonitor.Functions.(Doors|Http)", "(SlaMonitor.Local|Azure.(Core|Data|Identity|Monitor))" },
    };

    /// <summary>One helpdesk does not know another, and nobody but the list of kinds knows any.</summary>
    public static TheoryData<string, string> ForbiddenHelpdesks
    {
        get
        {
            var helpdesks = Webhooks.Helpdesks.All.Select(kind => kind.GetType().Namespace!.Split('.')[^1]).ToList();
            var forbidden = new TheoryData<string, string>
            {
                { "SlaMonitor.Webhooks.(Connections|Signing|Reading|Translation|Intake)", AnyOf(helpdesks) },
            };
            foreach (var helpdesk in helpdesks) forbidden.Add(AnyOf([helpdesk]), AnyOf(helpdesks.Where(other => other != helpdesk)));
            return forbidden;

            static string AnyOf(IEnumerable<string> folders) => $"SlaMonitor.Webhooks.({string.Join('|', folders)})";
        }
    }

    [Theory]
    [MemberData(nameof(Forbidden))]
    [MemberData(nameof(ForbiddenHelpdesks))]
    public void Folder_DoesNotKnow_TheFoldersAboveIt(string folder, string above)
    {
        var below = Types().That().ResideInNamespaceMatching(Whole(folder));
        var rule = Types().That().Are(below).Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(Whole(above)));

        Assert.NotEmpty(below.GetObjects(Code));
        rule.Check(Code);
    }

    private static string Whole(string folder) => $@"^{folder.Replace(".", @"\.", StringComparison.Ordinal)}($|\.)";
}
