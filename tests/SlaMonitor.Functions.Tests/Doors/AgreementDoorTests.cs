using System.Text.Json.Nodes;
using SlaMonitor.Functions.Tests.Harness;

namespace SlaMonitor.Functions.Tests.Doors;

/// <summary>Agreements, their versions, and who is on call by them.</summary>
public sealed class AgreementDoorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sla-agreements-").FullName;

    public AgreementDoorTests()
    {
        var first = File.ReadAllText(WorkerApi.Repository.File("src/SlaMonitor.Functions/agreements/standard-support.yaml"));
        var second = first.Replace("version: 1 ", "version: 2 ", StringComparison.Ordinal)
            .Replace("effectiveFrom: 2024-01-01", "effectiveFrom: 2026-03-01", StringComparison.Ordinal)
            .Replace("within: 1h, calendar: business", "within: 30m, calendar: business", StringComparison.Ordinal);
        var third = second.Replace("version: 2 ", "version: 3 ", StringComparison.Ordinal)
            .Replace("effectiveFrom: 2026-03-01", "effectiveFrom: 2026-06-01", StringComparison.Ordinal)
            .Replace("service-desk@example.com", "desk@example.com", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(_folder, "first.yaml"), first);
        File.WriteAllText(Path.Combine(_folder, "second.yaml"), second);
        File.WriteAllText(Path.Combine(_folder, "third.yaml"), third);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Agreements_AreListed_WithTheVersionInForceAndTheirFiles()
    {
        await using var monitor = await StartAsync();

        var agreement = Assert.Single((await JsonAsync(monitor, "/api/agreements"))["agreements"]!.AsArray())!;

        Assert.Equal(
            ("standard-support", 2, "2026-03-01", 3),
            ((string?)agreement["id"], (int)agreement["version"]!, (string?)agreement["from"], (int)agreement["versions"]!));
        Assert.Equal(["first.yaml", "second.yaml", "third.yaml"], agreement["files"]!.AsArray().Select(file => (string?)file));
    }

    [Fact]
    public async Task Versions_SayInWordsWhatIsOtherInEach()
    {
        await using var monitor = await StartAsync();

        var versions = (await JsonAsync(monitor, "/api/agreements/standard-support/versions?lang=en"))["versions"]!.AsArray();

        Assert.Equal(
            ["1 2024-01-01 2026-02-28 false", "2 2026-03-01 2026-05-31 true", "3 2026-06-01  false"],
            versions.Select(
                version => $"{version!["version"]} {version["from"]} {version["until"]} {version["inForce"]}".ToLowerInvariant()));
        Assert.Null(versions[0]!["added"]);
        Assert.Contains("30m", (string?)Assert.Single(versions[1]!["added"]!.AsArray()), StringComparison.Ordinal);
        Assert.Contains("urgent-response", (string?)Assert.Single(versions[1]!["dropped"]!.AsArray()), StringComparison.Ordinal);
        Assert.Null(versions[1]!["otherwiseChanged"]);
        Assert.Empty(versions[2]!["added"]!.AsArray());
        Assert.True((bool)versions[2]!["otherwiseChanged"]!);
    }

    [Fact]
    public async Task Versions_OfAnAgreementThatIsNotThere_Are404()
    {
        await using var monitor = await StartAsync();

        using var answer = await monitor.Http.GetAsync("/api/agreements/nobody/versions");

        await answer.ProblemAsync(404);
    }

    [Theory]
    [InlineData("", "2026-03-02T01:00:00Z")]
    [InlineData("?at=2026-03-04T09:00:00%2B08:00", "2026-03-04T01:00:00Z")]
    public async Task OnCall_SaysWhoIsAndWhoIsNext(string query, string at)
    {
        await using var monitor = await StartAsync();

        var view = await JsonAsync(monitor, $"/api/on-call{query}");

        Assert.Equal(at, (string?)view["at"]);
        var rotation = Assert.Single(view["rotations"]!.AsArray())!;
        Assert.Equal(
            ("standard-support", "on-call", "Asia/Shanghai"),
            ((string?)rotation["agreement"], (string?)rotation["contact"], (string?)rotation["timeZone"]));
        Assert.NotEqual((string?)rotation["now"], (string?)rotation["next"]);
        Assert.Equal("2026-03-09T01:00:00Z", (string?)rotation["nextFrom"]);
        Assert.Empty(rotation["gaps"]!.AsArray());
    }

    [Fact]
    public async Task Check_OfATextWithMistakes_SaysEachWithItsPlace()
    {
        await using var monitor = await StartAsync();
        var text = Second.Replace("calendar: business }", "calendar: busines }", StringComparison.Ordinal);

        var view = await CheckAsync(monitor, text);

        Assert.False((bool)view["usable"]!);
        Assert.Null(view["effect"]);
        var problem = view["problems"]!.AsArray().First(problem => (string?)problem!["severity"] == "error")!;
        Assert.Contains("there is no calendar 'busines'", (string?)problem["message"], StringComparison.Ordinal);
        Assert.True((int)problem["line"]! > 30);
        Assert.Null(problem["file"]);
    }

    /// <summary>What is in force and what is stored stay as they are.</summary>
    [Fact]
    public async Task Check_OfAShorterBudget_SaysWhichTicketsMoveAndWhichAreLateAtOnce_AndChangesNothing()
    {
        await using var monitor = await StartAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");
        await monitor.AdvanceToAsync("2026-03-02T09:20:00+08:00");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-2", "urgent", "Second");
        await BoardDesk.CustomerOpensAsync(monitor, "HD-3", "low", "Third");
        var before = await JsonAsync(monitor, "/api/promises");

        var effect = (await CheckAsync(monitor, Second.Replace("within: 30m", "within: 15m", StringComparison.Ordinal)))["effect"]!;

        Assert.Equal(
            (3, true, 2, 1), ((int)effect["looked"]!, (bool)effect["all"]!, (int)effect["moved"]!, (int)effect["lateAtOnce"]!));
        var late = effect["examples"]!.AsArray()[0]!;
        Assert.Equal(
            ("HD-1", "2026-03-02T01:30:00Z", "2026-03-02T01:15:00Z", true),
            ((string?)late["ticket"], (string?)late["dueAt"], (string?)late["wouldBeDueAt"], (bool)late["lateAtOnce"]!));
        Assert.Equal(before.ToJsonString(), (await JsonAsync(monitor, "/api/promises")).ToJsonString());
        Assert.Equal(3, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public async Task Check_OfWhatIsInForce_MovesNothing()
    {
        await using var monitor = await StartAsync();
        await BoardDesk.CustomerOpensAsync(monitor, "HD-1", "urgent", "First");

        var view = await CheckAsync(monitor, Second);

        Assert.True((bool)view["usable"]!);
        Assert.Equal((1, 0), ((int)view["effect"]!["looked"]!, (int)view["effect"]!["moved"]!));
    }

    [Fact]
    public async Task Check_OfNothing_Is400()
    {
        await using var monitor = await StartAsync();

        using var answer = await monitor.Http.PostAsync("/api/agreements/check", content: null);

        await answer.ProblemAsync(400);
    }

    private string Second => File.ReadAllText(Path.Combine(_folder, "second.yaml"));

    private static async Task<JsonNode> CheckAsync(TestMonitor monitor, string text)
    {
        using var content = new StringContent(text);
        using var answer = await monitor.Http.PostAsync("/api/agreements/check", content);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }

    private Task<TestMonitor> StartAsync() => TestMonitor.StartAsync(
        settings: new Dictionary<string, string?> { ["Agreements__Folder"] = _folder }, start: "2026-03-02T09:00:00+08:00");

    private static async Task<JsonNode> JsonAsync(TestMonitor monitor, string address)
    {
        using var answer = await monitor.Http.GetAsync(address);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
