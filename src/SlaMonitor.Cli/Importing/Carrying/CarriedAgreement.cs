using System.Text;

namespace SlaMonitor.Cli.Importing.Carrying;

/// <summary>What an export comes to.</summary>
/// <param name="Helpdesk">What its helpdesk is called.</param>
/// <param name="Zone">The IANA id of the agreement's zone.</param>
internal sealed record CarriedAgreement(string Helpdesk, string Zone)
{
    public List<CarriedCalendar> Calendars { get; } = [];

    /// <summary>Metrics of its own, each as its line.</summary>
    public List<string> Metrics { get; } = [];

    public List<CarriedTarget> Targets { get; } = [];

    /// <summary>The statuses that stop the resolution; none for those that do where nothing is said.</summary>
    public IReadOnlyList<string> PausingStatuses { get; set; } = [];

    /// <summary>What is said at the beginning.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>How many lines say that something was not carried over.</summary>
    public int Uncarried => Lines(string.Empty, 1).Count(line => line.Contains(Leftover, StringComparison.Ordinal));

    private const string Leftover = "# not carried over: ";

    /// <summary>A note that says so.</summary>
    public static string NotCarried(string what) => Leftover[2..] + what;

    /// <summary>The agreement as a file.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="year">The year on whose first day it takes effect.</param>
    public string Text(string name, int year)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(name, year)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private IEnumerable<string> Lines(string name, int year) =>
    [
        $"# Made by 'sla import' of what {Helpdesk} exports. Read what is marked 'not carried over', and write your address for that at",
        "# example.com: whom a policy tells is not part of it. 'sla check FILE' says what the file promises.",
        .. Notes.Select(YamlText.Comment),
        string.Empty,
        $"agreement: {name}",
        $"effectiveFrom: {year:0000}-01-01",
        $"timeZone: {Zone}",
        string.Empty,
        "calendars:",
        .. Calendars.SelectMany(calendar => calendar.Lines(Zone)),
        string.Empty,
        .. Metrics.Count == 0 ? [] : (string[])["metrics:", .. Metrics, string.Empty],
        "targets:",
        .. Targets.SelectMany(target => target.Lines()),
        .. PausingStatuses.Count == 0 ? [] : (string[])[$"pause: {{ statuses: [{string.Join(", ", PausingStatuses)}] }}"],
        string.Empty,
        "contacts:",
        "  lead: { email: lead@example.com }",
        string.Empty,
        "escalation:",
        "  - steps:",
        "      - { at: 80%, notify: [assignee] }",
        "      - { at: due, notify: [assignee, lead] }",
    ];
}
