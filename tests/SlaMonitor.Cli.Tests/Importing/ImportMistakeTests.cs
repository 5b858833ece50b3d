using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SlaMonitor.Cli.Tests.Importing;

/// <summary>An export with a mistake, or with a key that nobody knows here, is told of: with its place, or as a note.</summary>
public sealed partial class ImportMistakeTests : IDisposable
{
    private const string Unknown = "nobodyknowsthis";

    private readonly CliFolder _folder = new();

    public static TheoryData<string> Helpdesks => [.. ImportFixtures.Helpdesks];

    public void Dispose() => _folder.Dispose();

    /// <summary>In every object of every file, one at a time.</summary>
    [Theory]
    [MemberData(nameof(Helpdesks))]
    public void UnknownKey_IsNeverDroppedInSilence(string helpdesk)
    {
        var silent = Changed(helpdesk, (node, change) =>
        {
            if (node is not JsonObject target) return;

            target.Insert(0, Unknown, "7");
            change(target.GetPath());
            target.Remove(Unknown);
        }).Where(run => !(run.Text + run.Errors).Contains(Unknown, StringComparison.Ordinal)).Select(run => run.What).ToList();

        Assert.Empty(silent);
    }

    /// <summary>Every value of every file, one at a time, is something else.</summary>
    [Theory]
    [MemberData(nameof(Helpdesks))]
    public void ValueOfAnotherKind_IsToldWithItsPlace_OrTaken(string helpdesk)
    {
        var runs = Changed(helpdesk, (node, change) =>
        {
            var (parent, path) = (node.Parent, node.GetPath());
            foreach (var other in (JsonNode?[])["never mind", -1, new JsonArray("a"), new JsonObject { ["a"] = 1 }, null])
            {
                if (parent is JsonObject mapping)
                {
                    var name = node.GetPropertyName();
                    mapping[name] = other;
                    change($"{path} = {other?.ToJsonString()}");
                    mapping[name] = node;
                }
                else if (parent is JsonArray list)
                {
                    var index = node.GetElementIndex();
                    list[index] = other;
                    change($"{path} = {other?.ToJsonString()}");
                    list[index] = node;
                }
            }
        });

        Assert.True(runs.Count > 100, $"only {runs.Count} changes were tried");
        Assert.True(runs.Exists(run => run.Outcome == 1), "no change was a mistake");
        Assert.All(runs, run => Assert.True(
            run.Outcome == 0 || (run.Outcome == 1 && Place().IsMatch(run.Errors)), $"{run.What}: {run.Outcome} {run.Errors}"));
    }

    [Theory]
    [InlineData("zendesk", """{"sla_policies": [""", ":1:", "this is no JSON")]
    [InlineData("zendesk", "", ":1:1: error: this is no JSON", "Export it anew, as JSON")]
    [InlineData("zendesk", """{"tickets": []}""", ":1:1: error: this is not what was expected: fetch /api/v2/slas/policies.json", "")]
    [InlineData("freshdesk", """[{"id": 1}]""", ":1:2: error: [0]: this is not what was expected", "fetch /api/v2/sla_policies")]
    [InlineData("jira", """{"values": []}""", ":1:1: error: this is not what was expected", "sla/metrics")]
    [InlineData("servicenow", """{"result": [{"number": "INC1"}]}""", ":1:13: error: result[0]: this is not", "contract_sla")]
    [InlineData("zammad", """[{"title": "x"}]""", ":1:2: error: [0]: this is not what was expected", "/api/v1/slas")]
    public void ForeignFile_IsToldWithAWayOut(string helpdesk, string json, string place, string way)
    {
        var file = _folder.Write("export.json", json);

        var (outcome, text, errors) = ImportFixtures.Import(helpdesk, file);

        Assert.Equal((1, ""), (outcome, text));
        Assert.Contains(file + place, errors, StringComparison.Ordinal);
        Assert.Contains(way, errors, StringComparison.Ordinal);
    }

    /// <summary>A number that was taken for a day would be another one, or none: the desk would be closed without a word.</summary>
    [Theory]
    [InlineData("freshdesk", "\"monday\"", "\"9\"", "'9' is no day of the week")]
    [InlineData("freshdesk", "\"monday\"", "\"monday, tuesday\"", "'monday, tuesday' is no day of the week")]
    [InlineData("jira", "\"MONDAY\"", "9", "'9' is no day of the week")]
    public void DayThatIsNone_IsTold(string helpdesk, string day, string other, string complaint)
    {
        var files = ImportFixtures.Files(helpdesk).Select(file => _folder.Write(
            Path.GetFileName(file), File.ReadAllText(file).Replace(day, other, StringComparison.Ordinal))).ToArray();

        var (outcome, _, errors) = ImportFixtures.Import(helpdesk, files);

        Assert.Equal(1, outcome);
        Assert.Contains(complaint, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void AnotherPage_IsAskedFor()
    {
        var page = File.ReadAllText(Path.Combine(ImportFixtures.Folder("zendesk"), "policies.json"))
            .Replace("\"next_page\": null", "\"next_page\": \"https://desk.example.com/page2\"", StringComparison.Ordinal);

        var (outcome, _, errors) = ImportFixtures.Import("zendesk", _folder.Write("policies.json", page));

        Assert.Equal(1, outcome);
        Assert.Contains("next_page: there is another page; fetch it, and name its file too", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void BusinessHoursWithoutTheirFile_AreAskedFor()
    {
        var (outcome, _, errors) = ImportFixtures.Import("zendesk", Path.Combine(ImportFixtures.Folder("zendesk"), "policies.json"));

        Assert.Equal(1, outcome);
        Assert.Contains(
            "policies.json:18:9: error: sla_policies[0].policy_metrics[1]: it counts in business hours", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void TitleWithLinesInIt_WritesNoYaml()
    {
        var policies = File.ReadAllText(Path.Combine(ImportFixtures.Folder("zendesk"), "policies.json"))
            .Replace("\"Gold customers\"", "\"Gold\\ntimeZone: Mars/Olympus\"", StringComparison.Ordinal);

        var (outcome, text, _) = ImportFixtures.Import(
            "zendesk", _folder.Write("policies.json", policies), Path.Combine(ImportFixtures.Folder("zendesk"), "schedules.json"));

        Assert.Equal(0, outcome);
        Assert.Contains("# Gold timeZone: Mars/Olympus\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingThatCanBeCarriedOver_IsAnError_WithTheReason()
    {
        var file = _folder.Write("policies.json", """
            {"sla_policies": [{"title": "Odd", "filter": {"all": [{"field": "a b", "operator": "is", "value": "1"}]},
             "policy_metrics": [{"priority": "low", "metric": "first_reply_time", "target": 5, "business_hours": false}]}]}
            """);

        var (outcome, _, errors) = ImportFixtures.Import("zendesk", file);

        Assert.Equal(1, outcome);
        Assert.Contains("nothing promised in it that could be carried over", errors, StringComparison.Ordinal);
        Assert.Contains("odd-first-reply-time-low: the policy asks for {field: a b", errors, StringComparison.Ordinal);
    }

    private List<(string What, int Outcome, string Text, string Errors)> Changed(
        string helpdesk, Action<JsonNode, Action<string>> change)
    {
        var runs = new List<(string What, int Outcome, string Text, string Errors)>();
        var files = ImportFixtures.Files(helpdesk);
        for (var i = 0; i < files.Length; i++)
        {
            var root = JsonNode.Parse(File.ReadAllText(files[i]))!;
            var name = Path.GetFileName(files[i]);
            foreach (var node in Nodes(root).ToList())
            {
                change(node, what =>
                {
                    var path = _folder.Write(name, root.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
                    var (outcome, text, errors) = ImportFixtures.Import(helpdesk, [.. files.Take(i), path, .. files.Skip(i + 1)]);
                    runs.Add(($"{name} {what}", outcome, text, errors));
                });
            }
        }

        return runs;
    }

    private static IEnumerable<JsonNode> Nodes(JsonNode node) => node switch
    {
        JsonObject mapping => mapping.Select(member => member.Value).OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        JsonArray list => list.OfType<JsonNode>().SelectMany(Nodes).Prepend(node),
        _ => [node],
    };

    [GeneratedRegex("error: ", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Place();
}
