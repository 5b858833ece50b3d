using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Pages;
using SlaMonitor.Monitoring.Evaluation;
using SlaMonitor.Monitoring.Ingestion;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Delivery;
using SlaMonitor.Monitoring.Tests.Harness;
using SlaMonitor.Samples;

namespace SlaMonitor.Monitoring.Tests.Stories;

/// <summary>
/// A helpdesk, a monitor with a tick every minute, and the people who get its mail. Times are wall times in Berlin, in 2026.
/// </summary>
internal sealed class Desk : IDisposable
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly LocalDateTimePattern Wall = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private int _events;
    private int _read;

    public Desk(string agreement = StoryAgreement.Yaml, Action<IServiceCollection>? configure = null) =>
        Place = new Workplace(agreement, configure);

    public Workplace Place { get; }

    /// <summary>The mails that have come since the last look, each as <c>to: kind moment of ticket; …</c>.</summary>
    public IReadOnlyList<string> NewMails()
    {
        var news = Place.Contents.Skip(_read).ToList();
        _read += news.Count;
        return [.. news.Select(InWords).Order(StringComparer.Ordinal)];
    }

    public static Instant At(string wall) => Wall.Parse($"2026-{wall}").GetValueOrThrow().InZoneLeniently(Berlin).ToInstant();

    /// <summary>Lets every minute until then tick; ticks at which nothing can be due are left out.</summary>
    public async Task UntilAsync(string wall)
    {
        while (await NextDueAsync(At(wall)) is { } due)
        {
            var from = Instant.Max(due, Place.Clock.GetCurrentInstant());
            Place.Clock.Reset(Instant.FromUnixTimeSeconds((from.ToUnixTimeSeconds() / 60 * 60) + 60));
            await TickAsync();
        }

        Place.Clock.Reset(At(wall));
        await TickAsync();
    }

    public async Task TickAsync()
    {
        await Place.Get<DeadlineEvaluator>().EvaluateAsync(default);
        await Place.NotifyAllAsync();
    }

    public Task HappensAsync(string wall, TicketEventType type, string ticket, TicketChange? change = null) =>
        Place.Get<EventIngestor>().IngestAsync(
            [Events.Of(type, ticket, InstantPattern.ExtendedIso.Format(At(wall)), $"e{++_events:0000}", change)], default);

    /// <summary>A ticket that Anna has, unless said otherwise.</summary>
    public async Task OpensAsync(
        string wall, string ticket, bool emergency = false, TicketPriority? priority = null, string? assignee = "anna",
        string? category = null)
    {
        await UntilAsync(wall);
        var change = new TicketChange { Emergency = emergency, Priority = priority, Assignee = assignee, Category = category };
        await HappensAsync(wall, TicketEventType.Created, ticket, change);
    }

    public async Task RepliesAsync(string wall, string ticket, string? told = null)
    {
        await UntilAsync(told ?? wall);
        await HappensAsync(wall, TicketEventType.Replied, ticket, new TicketChange { By = Actor.Agent });
    }

    /// <summary>Somebody presses the button in the latest mail that told them of a ticket.</summary>
    public async Task<AcknowledgePage> TakesAsync(string wall, string who, string ticket)
    {
        await UntilAsync(wall);
        return await Place.Get<Acknowledger>().TakeAsync(TokenOf(who, ticket), default);
    }

    /// <summary>Somebody presses the button for everything in their latest mail.</summary>
    public async Task<AcknowledgePage> TakesAllAsync(string wall, string who)
    {
        await UntilAsync(wall);
        return await Place.Get<Acknowledger>().TakeAsync(TokenOfAll(who), default);
    }

    public string TokenOfAll(string who) =>
        Place.Contents.Last(mail => mail.Reader.Address == $"{who}@example.com").TakeAllUrl!.Segments[^1];

    public string TokenOf(string who, string ticket) => Place.Contents
        .Where(mail => mail.Reader.Address == $"{who}@example.com").SelectMany(mail => mail.Items)
        .Last(item => item.Explanation.Clock.Ticket.Id == ticket && item.AcknowledgeUrl is not null).AcknowledgeUrl!.Segments[^1];

    /// <summary>The mail system says that it could not deliver somebody's latest mail.</summary>
    public async Task BouncesAsync(string who, DeliveryKind kind = DeliveryKind.Bounced)
    {
        var mail = Place.Contents.Last(mail => mail.Reader.Address == $"{who}@example.com");
        var report = new DeliveryReport(
            mail.MailId, string.Empty, mail.Reader.Address, kind, "550 no such user", Place.Clock.GetCurrentInstant(), "event-1");
        await Place.Get<IDeliveryReports>().AcceptAsync([report], default);
        await Place.NotifyAllAsync();
    }

    public void Dispose() => Place.Dispose();

    private async Task<Instant?> NextDueAsync(Instant before)
    {
        var due = await Place.Store.ReadDueAsync(before, 1, default);
        return due.Count == 0 ? null : due[0].Due;
    }

    private static string InWords(MailContents mail) =>
        $"{mail.Reader.Address.Split('@')[0]}: {string.Join("; ", mail.Items.Select(InWords))}";

    private static string InWords(MailItem item)
    {
        var held = item.WaitedSince is { } since
            ? $" (since {since.InZone(Berlin).ToString("MM-dd HH:mm", CultureInfo.InvariantCulture)})"
            : string.Empty;
        var unreached = item.Unreached is { } who ? $", {who.Address.Split('@')[0]} not reached" : string.Empty;
        var taken = item.AcknowledgedBy is { } by ? $", taken by {by.By.Split('@')[0]}" : string.Empty;
        return $"{(item.Kind == MailItemKind.AllClear ? string.Empty : item.Kind.ToString().ToLowerInvariant() + " ")}{item.Moment} of "
            + $"{item.Explanation.Clock.Ticket.Id}{held}{unreached}{taken}";
    }
}
