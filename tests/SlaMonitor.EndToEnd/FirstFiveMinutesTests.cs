using System.Diagnostics;
using MimeKit;
using SlaMonitor.Architecture.Tests.Deployment;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd;

/// <summary>
/// The README's first five minutes, literally: every command in a shell, at the speed of a person, who takes a while to type the next one.
/// The clock stands still between, and goes on by as much as that takes.
/// </summary>
public sealed class FirstFiveMinutesTests
{
    private static readonly Instant Opening = Instant.FromUtc(2026, 3, 2, 2, 0);

    /// <summary>The last full minute that the clock was moved to.</summary>
    private Instant _shown = Instant.FromUtc(2026, 3, 2, 2, 6);

    [ShellFact]
    public async Task Commands_AnswerWhatTheReadmeShows()
    {
        var blocks = ReadmeSection.Blocks("The first five minutes");
        string[] commands = [.. blocks.Where(block => block.Language == "sh").Select(block => block.Text)];
        string[] shown = [.. blocks.Where(block => block.Language == "text").Select(block => block.Text)];
        Assert.Equal("dotnet run --project src/SlaMonitor.Functions -- --demo", commands[0]);
        using var place = new MonitorFolder();
        await using var monitor = await MonitorProcess.StartAsync(place, "--demo", "--speed", "0");

        // Reading what the start has said, and looking at the board.
        await monitor.SaysAsync("10:00  the desk has been open for an hour");
        await monitor.MoveClockAsync(At(10, 3));
        await monitor.SaysAsync("10:03  HD-1014");
        await monitor.MoveClockAsync(At(10, 5) + Duration.FromSeconds(1));
        await monitor.MoveClockAsync(At(10, 6));
        AssertShows(shown[0], monitor.Output.Replace($"{monitor.Http.BaseAddress!.Port}", "7071", StringComparison.Ordinal));
        var board = await monitor.Http.GetStringAsync("/api/dashboard");
        Assert.Contains("仓库系统登录失败", board, StringComparison.Ordinal);

        Assert.Contains("\"stored\": 1", await RunAsync(commands[1]), StringComparison.Ordinal);
        await monitor.MoveClockAsync(At(10, 6) + Duration.FromSeconds(20));
        AssertShows(shown[1], await RunAsync(commands[2]));

        await GoOnAsync(10, 34, "10:34  HD-1008  answered by Li Wei");
        await GoOnAsync(10, 37, "10:37  HD-1016  opened by acme");
        var warning = Assert.Single(Mails(place), mail => mail.Subject!.Contains("HD-1 ", StringComparison.Ordinal));
        Assert.Equal("[SLA] At risk: first response · HD-1 Cannot log in", warning.Subject);
        Assert.Equal("anna@example.com", AddressOf(warning));
        Assert.StartsWith("Warning: First response is due in 29m of opening hours.", warning.TextBody, StringComparison.Ordinal);
        await GoOnAsync(10, 41, "10:41  HD-1012  answered by Zhang Min");
        await GoOnAsync(10, 52, "10:52  HD-1014  answered by Li Wei");
        await GoOnAsync(11, 5, "11:05  HD-1001  answered by Li Wei");
        await GoOnAsync(11, 7, "HD-1001");
        var breaches = Mails(place).Where(mail => mail.TextBody!.Contains("HD-1 Cannot log in", StringComparison.Ordinal)
            && mail.TextBody.Contains("Breached: First response is overdue: the promise was broken.", StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string> { "zhang.min@example.com", "support-lead@example.com" }, breaches.Select(AddressOf).ToHashSet());
        var listed = await RunAsync(commands[3]);
        Assert.Contains(".eml", listed, StringComparison.Ordinal);
        AssertShows(shown[2], listed);

        Assert.Contains("\"stored\": 1", await RunAsync(commands[4]), StringComparison.Ordinal);
        Assert.Equal(5, commands.Length);
        Assert.Equal("breached", (string?)(await monitor.TicketAsync("HD-1"))["clocks"]![0]!["state"]);
        Assert.Equal(0, await monitor.StopAsync());

        // Minute by minute, and the player has to come along: what an agent answers late is a breach.
        async Task GoOnAsync(int hour, int minute, string says)
        {
            for (var at = _shown + Duration.FromMinutes(1); at <= At(hour, minute); at += Duration.FromMinutes(1))
            {
                await monitor.MoveClockAsync(at + Duration.FromSeconds(1));
                _shown = at;
            }

            await monitor.SaysAsync(says);
        }

        Task<string> RunAsync(string command) =>
            ShellAsync(command.Replace("localhost:7071", $"localhost:{monitor.Http.BaseAddress!.Port}", StringComparison.Ordinal), place);
    }

    /// <summary>As a newcomer starts it: at its own speed, until the first mail.</summary>
    [Fact]
    public async Task Demo_FromStartToFirstMail_HasABoardFromTheFirstSecond()
    {
        using var place = new MonitorFolder();
        place.Settings["Mail__Smtp__Host"] = "mail.example.invalid";
        place.Settings["FunctionKey"] = "a key of the user's own monitor";
        await using (var monitor = await MonitorProcess.StartAsync(place, "--demo"))
        {
            await monitor.SaysAsync("10:00  the desk has been open for an hour");
            var promises = await monitor.Http.GetStringAsync("/api/promises");
            Assert.Contains("\"ticket\": \"HD-1012\"", promises, StringComparison.Ordinal);
            var board = await monitor.Http.GetStringAsync("/api/dashboard");
            Assert.Contains("Label printer prints blank labels", board, StringComparison.Ordinal);
            await monitor.SaysAsync("mail to support-lead@example.com: [SLA] Breached: first response");

            Assert.NotEmpty(Mails(place));
            Assert.All(Mails(place), mail => Assert.True(mail.Date >= Opening.ToDateTimeOffset(), $"{mail.Date} {mail.Subject}"));
            Assert.Equal(0, await monitor.StopAsync(CtrlC.Signal));
            Assert.DoesNotContain("fail:", monitor.Output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", monitor.Output, StringComparison.Ordinal);
        }

        // The next start begins anew.
        await using var again = await MonitorProcess.StartAsync(place, "--demo", "--speed", "0");
        await again.SaysAsync("10:00  the desk has been open for an hour");
        Assert.Empty(Mails(place));
    }

    /// <summary>A folder that is somebody's is not made anew.</summary>
    [Fact]
    public async Task Demo_InAFolderThatIsNotOfADemo_IsRefused_AndTouchesNothing()
    {
        using var place = new MonitorFolder();
        var mine = Path.Combine(place.Folder, "mine");
        Directory.CreateDirectory(mine);
        File.WriteAllText(Path.Combine(mine, "monitor.db"), "mine");

        await using var monitor = MonitorProcess.Launch(place, "--demo", "--data", mine);

        Assert.False(await monitor.AnswersAsync());
        Assert.Contains("holds what is not of a demo", monitor.Output, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Path.Combine(mine, "monitor.db")));
    }

    private static Instant At(int hour, int minute) => Opening + Duration.FromHours(hour - 10) + Duration.FromMinutes(minute);

    private static List<MimeMessage> Mails(MonitorFolder place)
    {
        var folder = Path.Combine(place.Folder, "data", "demo", "mail");
        if (!Directory.Exists(folder)) return [];

        return [.. Directory.EnumerateFiles(folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];
    }

    private static string AddressOf(MimeMessage mail) => ((MailboxAddress)mail.To.Single()).Address;

    /// <summary>Each line that is shown is there, in order; a line with … stands for any.</summary>
    private static void AssertShows(string shown, string actual)
    {
        var lines = new Queue<string>(actual.ReplaceLineEndings("\n").Split('\n'));
        foreach (var line in shown.Split('\n').Where(line => line != "…" && line.Length > 0))
        {
            while (lines.TryPeek(out var next) && next != line) lines.Dequeue();
            Assert.True(lines.Count > 0, $"This line of the README is not said, or not in this order:\n{line}\nSaid was:\n{actual}");
        }
    }

    private static async Task<string> ShellAsync(string command, MonitorFolder place)
    {
        var start = new ProcessStartInfo("/bin/bash")
        {
            WorkingDirectory = place.Folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var shell = Process.Start(start)!;
        var (said, wrong) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        Assert.True(shell.ExitCode == 0, $"{command}\n{await said}{await wrong}");
        return await said;
    }
}
