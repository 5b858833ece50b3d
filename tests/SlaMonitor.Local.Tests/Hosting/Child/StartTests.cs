using System.Net;
using System.Net.Sockets;
using SlaMonitor.Local.Files;

namespace SlaMonitor.Local.Tests.Hosting.Child;

public sealed class StartTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Start_WithNothingButTheDefaults_ListsWhatThereIs()
    {
        using var host = await ChildHost.StartAsync(_folder, ["--start", "2026-03-02T08:00:30Z", "--speed", "0"]);

        Assert.Contains($"    Send: [POST] {host.Http.BaseAddress}api/send/{{from}}/{{count}}", host.Output, StringComparison.Ordinal);
        Assert.Contains("    Beat: timer 0 * * * * *, next 2026-03-02T08:01:00Z", host.Output, StringComparison.Ordinal);
        Assert.Contains("    Handle: queue notifications", host.Output, StringComparison.Ordinal);
        Assert.Contains($"    data      {_folder.File("data")}", host.Output, StringComparison.Ordinal);
        Assert.Contains($"    mail      {_folder.File("data/mail")}", host.Output, StringComparison.Ordinal);
        Assert.Contains("    settings  defaults", host.Output, StringComparison.Ordinal);
        Assert.Contains("    clock     2026-03-02T08:00:30Z, standing still", host.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_EnvironmentVariable_OverridesTheDefaults()
    {
        using var host = await ChildHost.StartAsync(
            _folder, [], ("NotificationsQueue", "from-the-environment"), ("Local__DataFolder", "elsewhere"));

        Assert.Contains("    Handle: queue from-the-environment", host.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.File("elsewhere/queues.db")));
    }

    [Fact]
    public async Task Help_EndsWithZero()
    {
        var (exitCode, output, errors) = await ChildHost.RunAsync(_folder, ["--help"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.StartsWith("Description:", output, StringComparison.Ordinal);
        Assert.Contains("the last one wins", output, StringComparison.Ordinal);
        foreach (var option in new[] { "--port", "--urls", "--data", "--mail", "--start", "--speed", "--set", "--help", "--version" })
            Assert.Contains($" {option} ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_EndsWithZero()
    {
        var (exitCode, output, errors) = await ChildHost.RunAsync(_folder, ["--version"]);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Matches(@"^\d+\.\d+\.\d+", output);
    }

    [Fact]
    public async Task UnknownOption_EndsWithTwoAndSuggestsTheNearest()
    {
        var (exitCode, output, errors) = await ChildHost.RunAsync(_folder, ["--prot", "80"]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.StartsWith(
            "error: '--prot' was not matched. Did you mean one of the following?\n--port\n",
            errors.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongSettings_EndWithOneAndSayAllOfThem()
    {
        await AssertRefusedAsync(
            "error: Beat (SampleFunctions.Beat): the schedule 'hourly' (setting %EvaluationSchedule%) is wrong: "
            + "it has 1 field; six are needed: "
            + "second minute hour day month weekday, as '0 */5 * * * *'\n"
            + "error: Handle (SampleFunctions.Handle): QueueName is '%NotificationsQueue%', and there is no setting NotificationsQueue; "
            + "set it in the environment, in local.settings.json, or with --set NotificationsQueue=VALUE",
            "--set", "EvaluationSchedule=hourly", "--set", "NotificationsQueue=");
    }

    [Fact]
    public async Task WrongSettingsFile_EndsWithOneAndTheLine()
    {
        _folder.Write("local.settings.json", "{\n  \"Values\" []\n}");

        await AssertRefusedAsync(
            $"{_folder.File("local.settings.json")}:2:12: error: '[' is invalid after a property name. Expected a ':'.");
    }

    [Fact]
    public async Task PortInUse_EndsWithOne()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await AssertRefusedAsync(
            $"error: Failed to bind to address http://127.0.0.1:{port}: address already in use. "
            + "Stop what listens there, or choose another port with --port",
            "--urls", $"http://127.0.0.1:{port}");
    }

    [Fact]
    public async Task DataFolderInUse_EndsWithOne()
    {
        using var first = await ChildHost.StartAsync(_folder, []);

        await AssertRefusedAsync(
            $"error: the data folder {_folder.File("data")} is in use by another host; stop that one, or choose another folder with --data",
            "--port",
            "0");
    }

    [UnixFact]
    public async Task LockFileIsRemoved_NothingIsTakenAnyMore()
    {
        using var host = await ChildHost.StartAsync(_folder, []);
        (await host.Http.PostAsync("/api/send/0/1", content: null)).EnsureSuccessStatusCode();
        File.Delete(_folder.File("data/host.lock"));

        using var answer = await host.Http.PostAsync("/api/send/1/1", content: null);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode); // this function translates nothing
        await Eventually.TrueAsync(() => host.Output.Contains("another process may work in the folder", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("queues.db")]
    [InlineData("timers.db")]
    public async Task NoDatabase_EndsWithOneAndSaysWhichFileAndWhatToDo(string name)
    {
        OwnerOnly.CreateFolder(_folder.File("data"));
        using (var file = OwnerOnly.Open(_folder.File($"data/{name}"), FileMode.CreateNew)) file.Write(new byte[8192]);

        await AssertRefusedAsync(
            $"error: The database {_folder.File($"data/{name}")} is damaged, or is no database: SQLite Error 26: 'file is not a database'. "
            + "Stop the monitor and run it with --doctor, which says what is wrong and, with --rebuild, mends what can be mended; "
            + "or restore a backup into an empty folder.");
    }

    [Fact]
    public async Task OpenAddressWithoutKey_EndsWithOne() =>
        await AssertRefusedAsync(
            "error: http://0.0.0.0:8080 can be reached from other machines, and no key protects the functions: set FunctionKey "
            + "(an environment variable, or a value in local.settings.json) to a long random text, or listen on http://localhost",
            "--urls", "http://0.0.0.0:8080");

    public void Dispose() => _folder.Dispose();

    // One clear message and nothing else: no stack trace, no log.
    private async Task AssertRefusedAsync(string message, params string[] args)
    {
        var (exitCode, output, errors) = await ChildHost.RunAsync(_folder, args);

        Assert.Equal(message, errors);
        Assert.Equal((1, ""), (exitCode, output));
    }
}
