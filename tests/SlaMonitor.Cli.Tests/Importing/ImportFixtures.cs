namespace SlaMonitor.Cli.Tests.Importing;

/// <summary>The exports in <c>tests/data/imports</c>: of each helpdesk one in our own words, in the shape that it documents.</summary>
internal static class ImportFixtures
{
    public static readonly string[] Helpdesks = ["zendesk", "freshdesk", "jira", "servicenow", "zammad"];

    public static string Folder(string helpdesk) => Path.Combine(AppContext.BaseDirectory, "data", "imports", helpdesk);

    public static string[] Files(string helpdesk) => [.. Directory.GetFiles(Folder(helpdesk), "*.json").Order(StringComparer.Ordinal)];

    public static string Expected(string helpdesk) => File.ReadAllText(Path.Combine(Folder(helpdesk), "expected.yaml"));

    public static (int Outcome, string Text, string Errors) Import(string helpdesk, params string[] files) =>
        CliFolder.Run(["import", helpdesk, .. files, "--out", "-"]);
}
