using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Stored;

/// <summary>The switches of version 0.1 stand in scripts and service files; all of them still work.</summary>
public sealed class CommandLineTests
{
    private static readonly IReadOnlyList<string> Kept =
    [
        .. File.ReadLines(Path.Combine(StoredVersion.First.Folder, "settings.txt"))
            .Where(line => line.StartsWith("--", StringComparison.Ordinal)),
    ];

    [Fact]
    public async Task Help_NamesEverySwitchOfTheFirstVersion()
    {
        var (exitCode, help) = await RunAsync("--help");

        Assert.Equal(0, exitCode);
        Assert.NotEmpty(Kept);
        Assert.All(Kept, name => Assert.Contains($" {name} ", help, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_WithEverySwitchOfTheFirstVersion_DoesWhatItSays()
    {
        using var place = new MonitorFolder();
        var (data, mail) = (Path.Combine(place.Folder, "elsewhere"), Path.Combine(place.Folder, "letters"));
        // StartAsync gives --port.
        await using var monitor = await MonitorProcess.StartAsync(
            place, "--data", data, "--mail", mail, "--start", "2026-03-02T01:00:00Z", "--speed=0",
            "--set", "Mail:FromName=Desk", "--set=FunctionKey=secret", "--set", "AdminKey=secret");
        monitor.Http.DefaultRequestHeaders.Add("x-functions-key", "secret");

        var clock = (await monitor.Http.GetFromJsonAsync<JsonNode>("/admin/clock"))!;
        Assert.Equal(("2026-03-02T01:00:00Z", 0), ((string?)clock["now"], (int)clock["speed"]!));
        using var created = await monitor.PostEventAsync(
            """
            { "specversion": "1.0", "type": "ticket.created", "source": "/demo", "id": "1", "subject": "HD-1",
              "data": { "assignee": "anna@example.com" } }
            """);
        Assert.True(created.IsSuccessStatusCode);
        await monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 3, 1));

        Assert.True(File.Exists(Path.Combine(data, "monitor.db")));
        var letter = Assert.Single(Directory.EnumerateFiles(mail, "*.eml"));
        Assert.Contains("From: Desk <", await File.ReadAllTextAsync(letter), StringComparison.Ordinal);
        Assert.Equal(0, await monitor.StopAsync());
    }

    [Fact]
    public async Task Start_WithUrlsThatAreWrong_SaysSo()
    {
        var (exitCode, said) = await RunAsync("--urls", "ftp://127.0.0.1:7071");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("ftp://127.0.0.1:7071", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAMonitorDbThatIsNoDatabase_EndsWithOneLine()
    {
        using var place = new MonitorFolder();
        var data = Directory.CreateDirectory(Path.Combine(place.Folder, "data")).FullName;
        var file = Path.Combine(data, "monitor.db");
        await File.WriteAllTextAsync(file, new string('x', 8192));

        var (exitCode, said) = await RunAsync("--data", data, "--port", "0");

        Assert.Equal(1, exitCode);
        // What others could read was tightened before, and said so.
        Assert.StartsWith(
            $"error: The database {file} is damaged, or is no database: ", said.Trim().Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Listening", said, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(params string[] arguments)
    {
        using var place = new MonitorFolder();
        var program = Path.Combine(AppContext.BaseDirectory, "SlaMonitor.Functions.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, string.Concat(said));
    }
}
