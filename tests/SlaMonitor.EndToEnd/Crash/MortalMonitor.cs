using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using SlaMonitor.EndToEnd.Smtp;
using SlaMonitor.Harness;

namespace SlaMonitor.EndToEnd.Crash;

/// <summary>A monitor whose process is killed now and then, and started again on the same data folder.</summary>
internal sealed class MortalMonitor : IAsyncDisposable
{
    private const int MostAttempts = 1_000;
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(20);

    private readonly MonitorFolder _place = new MonitorFolder().WithAgreement("crash.yaml");
    private readonly KillBudget _kills;
    private readonly SemaphoreSlim _starting = new(1);
    private readonly List<Life> _lives = [];

    /// <param name="kills">When its processes are killed.</param>
    /// <param name="tables">How the tables are reached; <c>null</c> for SQLite.</param>
    /// <param name="mail">Where its mails go; <c>null</c> for the mail folder.</param>
    /// <param name="position">What its clock shows first.</param>
    public MortalMonitor(KillBudget kills, string? tables, MailServer? mail, Instant position)
    {
        _kills = kills;
        Mail = mail;
        Position = position;
        _place.Settings["EvaluationSchedule"] = "* * * * * *";
        _place.Settings["AzureFunctionsJobHost__logging__logLevel__default"] = "Warning";
        if (tables is not null) _place.WithTables(tables);
        if (mail is null) return;

        _place.Settings["Mail__From"] = "sla@example.com";
        _place.Settings["Mail__Smtp__Host"] = "127.0.0.1";
        _place.Settings["Mail__Smtp__Port"] = $"{mail.Port}";
        _place.Settings["Mail__Smtp__Tls"] = "None";
        _place.Settings["Mail__Smtp__UserName"] = "sla";
        _place.Settings["Mail__Smtp__Password"] = "known to both";
        _place.Settings["Mail__Smtp__Timeout"] = "00:00:02";
    }

    /// <summary>Where its mails go; <c>null</c> for the mail folder.</summary>
    public MailServer? Mail { get; }

    /// <summary>What its clock shows, or will when it is moved next.</summary>
    public Instant Position { get; private set; }

    /// <summary>Has the clock moved to a later position by whatever comes next, and begins the kill that was planned for it.</summary>
    public void Begin(Instant position)
    {
        Position = position;
        if (_lives is [.., { Kill: { AfterMinutes: > 0 and var minutes } kill } life])
        {
            life.Kill = kill with { AfterMinutes = minutes - 1 };
            BeginKill(life);
        }
    }

    /// <summary>Its processes, in the order in which they were started.</summary>
    public IReadOnlyList<Life> Lives => _lives;

    /// <summary>What has arrived: taken by the mail server, or filed in the mail folder.</summary>
    public IReadOnlyList<TakenMail> Arrived() =>
        Mail?.TakenWhen ?? [.. _place.Mails().Select(mail => new TakenMail(mail, DateTimeOffset.MinValue))];

    /// <summary>Does something with the monitor; as often as its process dies meanwhile, again with the next.</summary>
    public Task DoAsync(Func<MonitorProcess, Task> work) => DoAsync(async process =>
    {
        await work(process);
        return true;
    });

    /// <inheritdoc cref="DoAsync(Func{MonitorProcess, Task})"/>
    public async Task<T> DoAsync<T>(Func<MonitorProcess, Task<T>> work)
    {
        for (var attempt = 1; ; attempt++)
        {
            var life = await AliveAsync();
            try
            {
                return await work(life.Process);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException && attempt < MostAttempts)
            {
                await RealTime.WaitAsync(BetweenAttempts);
            }
        }
    }

    /// <summary>Moves its clock to <see cref="Position"/>, where that is later than what it shows.</summary>
    /// <param name="drain">Whether to wait until nothing waits that is not put off.</param>
    public Task MoveClockAsync(bool drain) => DoAsync(async process =>
    {
        if (drain)
        {
            await process.MoveClockAsync(Position);
            return;
        }

        using var answer = await process.Http.PostAsync($"/admin/clock?to={Uri.EscapeDataString(Position.ToString())}", null);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    });

    /// <summary>How many messages wait, those that were put off among them.</summary>
    public Task<int> WaitingAsync() => DoAsync(async process =>
    {
        // 503 while the way out is closed.
        using var health = await process.Http.GetAsync("/api/health");
        return (int)(await health.Content.ReadFromJsonAsync<JsonNode>())!["queue"]!["waiting"]!;
    });

    /// <summary>Sends every dead letter again.</summary>
    /// <returns>How many there were.</returns>
    public Task<int> ResendDeadLettersAsync() => DoAsync(async process =>
    {
        using var answer = await process.Http.PostAsync("/api/dead-letters", null);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, body);
        return (int)JsonNode.Parse(body)!["resent"]!;
    });

    /// <summary>Stops the monitor in good order, and lets what is put off come due.</summary>
    public async Task RestAsync()
    {
        if (_lives is [.., { Process.HasEnded: false } life])
        {
            life.IsStopped = true;
            Assert.Equal(0, await life.Process.StopAsync());
        }

        await LetWaitsPassAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var life in _lives)
        {
            await life.Process.DisposeAsync();
            await life.Killing;
        }

        if (Mail is not null) await Mail.DisposeAsync();
        _place.Dispose();
        _starting.Dispose();
    }

    private async Task<Life> AliveAsync()
    {
        await _starting.WaitAsync();
        try
        {
            while (true)
            {
                if (_lives is [.., { Process.HasEnded: false } alive]) return alive;

                if (await StartAsync() is { } life) return life;
            }
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <returns>The new process; <c>null</c> where it was killed before it answered.</returns>
    private async Task<Life?> StartAsync()
    {
        if (_lives is [.., var before])
        {
            Assert.True(before.IsKilled || before.IsStopped, $"The program ended by itself:\n{before.Process.Output}");
            await before.Killing;
        }

        // Mostly the program finds its files as the kill has left them.
        if (_lives.Count % 3 == 2) await LetWaitsPassAsync();

        // A second before: the tick at that moment may have been cut short.
        var began = RealTime.Now;
        var process = MonitorProcess.Launch(_place, "--speed", "0", "--start", (Position - Duration.FromSeconds(1)).ToString());
        var life = new Life(process, began);
        life.Kill = _kills.Plan(isFirst: _lives.Count == 0);
        _lives.Add(life);
        if (life.Kill is { AfterMinutes: null }) life.Killing = KillAsync(life, life.Kill.Delay);
        if (!await process.AnswersAsync())
        {
            Assert.True(life.IsKilled, $"The program ended by itself:\n{process.Output}");
            return null;
        }

        BeginKill(life);
        return life;
    }

    private void BeginKill(Life life)
    {
        if (life.Kill is { AfterMinutes: 0 } kill) life.Killing = KillAsync(life, kill.Delay);
    }

    private async Task KillAsync(Life life, TimeSpan delay)
    {
        await RealTime.WaitAsync(delay);
        life.IsKilled = true;
        await life.Process.KillAsync();
        _kills.Count();
    }

    /// <summary>
    /// Lets two hours pass for what waits in the queue, which counts in real time: a server that was away is tried again after up to five
    /// minutes, and the claim of a dead process is asked for after five.
    /// </summary>
    private async Task LetWaitsPassAsync()
    {
        var queues = Path.Combine(_place.Folder, "data", "queues.db");
        if (!File.Exists(queues)) return;

        var connectionString = new SqliteConnectionStringBuilder { DataSource = queues, Pooling = false };
        await using var connection = new SqliteConnection(connectionString.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "UPDATE message SET visible_at = visible_at - 7200000 WHERE dead_at IS NULL AND locked = 0";
        await command.ExecuteNonQueryAsync();
    }
}
