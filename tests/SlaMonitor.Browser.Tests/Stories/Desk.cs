using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using MimeKit;
using SlaMonitor.Harness;

namespace SlaMonitor.Browser.Tests.Stories;

/// <summary>
/// The program itself on a Monday at 09:00 in Shanghai, its clock standing still until it is moved, and what its mails say.
/// </summary>
internal sealed partial class Desk : IAsyncDisposable
{
    private readonly MonitorFolder _place;
    private readonly MonitorProcess _monitor;

    private Desk(MonitorFolder place, MonitorProcess monitor)
    {
        _place = place;
        _monitor = monitor;
    }

    /// <summary>All mails so far, the oldest first.</summary>
    public IReadOnlyList<MimeMessage> Mails => _place.Mails();

    /// <param name="time">What the clock shows at first, in Shanghai.</param>
    /// <param name="speed">How fast it goes; it stands still unless given.</param>
    public static async Task<Desk> OpenAsync(string time = "09:00", int speed = 0)
    {
        var place = new MonitorFolder();
        var monitor = await MonitorProcess.StartAsync(
            place, "--speed", speed.ToString(CultureInfo.InvariantCulture), "--start", $"2026-03-02T{time}:00+08:00",
            "--set", "Board:ReadEvery=00:00:00");
        return new Desk(place, monitor);
    }

    /// <summary>The address of the board, or of another of its pages.</summary>
    public Uri BoardAt(string page = "") => new(_monitor.Http.BaseAddress!, $"/api/dashboard{page}");

    /// <summary>A customer opens a ticket; the first answer to an urgent one is due at 10:00.</summary>
    public async Task CustomerOpensAsync(
        string ticket, string title, string assignee, string? group = null, string? customer = null, string priority = "urgent")
    {
        var created = new JsonObject
        {
            ["specversion"] = "1.0",
            ["type"] = "ticket.created",
            ["source"] = "/helpdesk",
            ["id"] = ticket,
            ["subject"] = ticket,
            ["data"] = new JsonObject
            {
                ["title"] = title,
                ["customer"] = customer,
                ["priority"] = priority,
                ["assignee"] = assignee,
                ["group"] = group,
            },
        };
        using var answer = await _monitor.PostEventAsync(created.ToJsonString());
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Lets the time of that Monday pass, in Shanghai.</summary>
    public Task ItBecomesAsync(string time) =>
        _monitor.MoveClockAsync(Instant.FromUtc(2026, 3, 2, 0, 0)
            + Duration.FromTimeSpan(TimeSpan.Parse(time, CultureInfo.InvariantCulture))
            - Duration.FromHours(8));

    /// <summary>The last mail to somebody.</summary>
    public MimeMessage LastMailTo(string address) => Mails.Last(mail => mail.To.Mailboxes.Single().Address == address);

    /// <summary>Whoever has taken the first answer to a ticket.</summary>
    public async Task<string?> WhoTookAsync(string ticket) =>
        (string?)(await _monitor.TicketAsync(ticket))["clocks"]![0]!["taken"]?[0]?["by"];

    /// <summary>The link by which the reader of a mail takes the promise.</summary>
    public static Uri TakeLinkOf(MimeMessage mail) => new(TakeLink().Match(mail.TextBody!).Value);

    public async ValueTask DisposeAsync()
    {
        await _monitor.DisposeAsync();
        _place.Dispose();
    }

    [GeneratedRegex(@"http://\S+/api/acknowledge/[\w.-]+")]
    private static partial Regex TakeLink();
}
