using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NodaTime.Testing;
using SlaMonitor.Monitoring.Agreements;
using SlaMonitor.Monitoring.Tests.OnCall;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Agreements;

public sealed class AgreementFolderTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("agreements-").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogger<AgreementFolder> _logger = new();

    private readonly FeedBench _feeds = new();

    public void Dispose()
    {
        _feeds.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Get_FileChanged_IsSeenWhenItIsTimeToLook()
    {
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        Write("a.yaml", TestFiles.Small(id: "renamed"));

        Assert.Equal("support", (await folder.GetAsync(default)).Agreements.Single().Id);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("renamed", (await folder.GetAsync(default)).Agreements.Single().Id);
    }

    [Fact]
    public async Task Get_NothingChanged_IsTheSameBook()
    {
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        var book = await folder.GetAsync(default);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Same(book, await folder.GetAsync(default));
        Assert.Equal("1 agreement(s) loaded from " + _folder, _logger.Collector.GetSnapshot().Single().Message);
    }

    [Fact]
    public async Task Get_ChangeHasErrors_KeepsTheLastGoodBookAndLogsEveryError()
    {
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        var book = await folder.GetAsync(default);
        _logger.Collector.Clear();
        Write(
            "a.yaml",
            TestFiles.Small(version: 2)
                .Replace("4h", "4 hours", StringComparison.Ordinal)
                .Replace("business }", "bussiness }", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Same(book, await folder.GetAsync(default));
        var path = Path.Combine(_folder, "a.yaml");
        Assert.Equal(
            [
                $"The change in {_folder} has errors; the agreements stay as they were",
                $"{path}:7:52: error: '4 hours' is not a duration; write 15m, 4h, 1h30m or 2d",
                $"{path}:7:71: error: there is no calendar 'bussiness'; there are business and always; did you mean business?",
            ],
            _logger.Collector.GetSnapshot().Select(record => record.Message));
        Assert.Equal(2, folder.Troubles.Count);
        Assert.Equal(
            "The agreements are not in force as they are written; those before stay: "
            + $"{path}:7:52: error: '4 hours' is not a duration; write 15m, 4h, 1h30m or 2d",
            folder.Troubles[0]);

        Write("a.yaml", TestFiles.Small(version: 3));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(3, (await folder.GetAsync(default)).Agreements.Single().Versions.Single().Version);
        Assert.Empty(folder.Troubles);
    }

    [Fact]
    public async Task Get_FolderVanishes_KeepsTheLastGoodBook()
    {
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        var book = await folder.GetAsync(default);
        Directory.Delete(_folder, recursive: true);
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Same(book, await folder.GetAsync(default));
        Assert.Contains("there is no such folder", Assert.Single(folder.Troubles), StringComparison.Ordinal);
        Directory.CreateDirectory(_folder);
    }

    [Fact]
    public async Task Get_FileAddedAndFileOfAnotherKind_OnlyAgreementsCount()
    {
        Write("a.yaml", TestFiles.Small());
        Write("README.md", "not an agreement");
        Write(".hidden.yaml", "not an agreement");
        var folder = Open();
        Write("b.yml", TestFiles.Small(id: "second", more: "customer: { name: Acme, match: { customer: acme } }"));
        _time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["support", "second"], (await folder.GetAsync(default)).Agreements.Select(agreement => agreement.Id));
    }

    [Fact]
    public void Open_ErrorsAtTheStart_RefusesWithAllOfThem()
    {
        Write("a.yaml", "agreement: a b\ntimeZone: Nowhere\n");

        var refusal = Assert.Throws<InvalidAgreementsException>(Open);

        Assert.Equal(5, refusal.Problems.Count);
        Assert.All(refusal.Problems, problem => Assert.Contains(problem.ToString(), refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Open_EmptyFolder_SaysThatAnAgreementIsMissing()
    {
        var refusal = Assert.Throws<InvalidAgreementsException>(Open);

        Assert.Equal(
            $"{_folder}:1:1: error: there is no agreement in this folder; put a .yaml file in it",
            refusal.Problems.Single().ToString());
    }

    [Fact]
    public async Task Get_VersionInForceWasRewritten_SaysWhatChangedAndWarns()
    {
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        var old = (await folder.GetAsync(default)).Agreements.Single().Versions.Single().Fingerprint;
        _logger.Collector.Clear();
        Write("a.yaml", TestFiles.Small().Replace("4h", "10m", StringComparison.Ordinal));
        _time.Advance(TimeSpan.FromSeconds(5));

        var rewritten = (await folder.GetAsync(default)).Agreements.Single().Versions.Single().Fingerprint;

        var path = Path.Combine(_folder, "a.yaml");
        Assert.NotEqual(old, rewritten);
        Assert.Equal(
            [
                $"1 agreement(s) loaded from {_folder}",
                $"{path}: support v1 has changed from {old} to {rewritten}",
                $"{path}: support v1 was rewritten in place or taken away though tickets fall under it since 2024-01-01; their open "
                + "promises change with it. An amendment has a version number and a date of its own",
            ],
            _logger.Collector.GetSnapshot().Select(record => record.Message));
    }

    [Fact]
    public async Task Get_AmendmentThatIsToCome_IsSaidWithoutAWarning()
    {
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        await folder.GetAsync(default);
        _logger.Collector.Clear();
        Write("b.yaml", TestFiles.Small(version: 2, from: "2031-01-01"));
        _time.Advance(TimeSpan.FromSeconds(5));

        var amended = (await folder.GetAsync(default)).Agreements.Single().Versions[1].Fingerprint;

        Assert.Contains(
            $"{Path.Combine(_folder, "b.yaml")}: support v2 has changed from none to {amended}",
            _logger.Collector.GetSnapshot().Select(record => record.Message));
        Assert.DoesNotContain(_logger.Collector.GetSnapshot(), record => record.Level == Microsoft.Extensions.Logging.LogLevel.Warning);
    }

    /// <summary>Opening a pipe waits until somebody writes into it: the folder would never be looked at again.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Get_PipeAmongTheFiles_IsAnErrorAndNeverOpened(bool isLinked)
    {
        if (OperatingSystem.IsWindows()) return; // it has no pipes in folders
        Write("a.yaml", TestFiles.Small());
        var folder = Open();
        _logger.Collector.Clear();
        var pipe = Path.Combine(_folder, "b.yaml");
        var made = isLinked ? Path.Combine(_folder, "pipe") : pipe;
        using (var making = System.Diagnostics.Process.Start("mkfifo", [made])) await making.WaitForExitAsync();
        if (isLinked) File.CreateSymbolicLink(pipe, made);
        _time.Advance(TimeSpan.FromSeconds(5));

        var book = await folder.GetAsync(default).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal("support", book.Agreements.Single().Id);
        Assert.Contains(
            $"{pipe}:1:1: error: the file is empty, or it is a pipe or a device, which is never read; docs/agreement.md shows how an "
            + "agreement is written",
            _logger.Collector.GetSnapshot().Select(record => record.Message));
    }

    private AgreementFolder Open() => new(
        Options.Create(new AgreementOptions { Folder = _folder }), _time, new FakeClock(Instant.FromUtc(2026, 3, 2, 8, 0)),
        _feeds.Keeper(_time), _logger);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
