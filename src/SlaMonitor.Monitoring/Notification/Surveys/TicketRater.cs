using Microsoft.Extensions.Logging;
using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Surveys;
using SlaMonitor.Monitoring.Assessment;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.Notification.Addressees;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Monitoring.Notification.Surveys;

/// <summary>
/// Lets whoever has the link of a survey rate the ticket. A rating is an event in the ticket's own log: the last one counts, and reports
/// follow from it.
/// </summary>
public sealed class TicketRater(
    AcknowledgeTokens tokens, AcknowledgeLinks links, AssessedTickets tickets, IClock clock, ILogger<TicketRater> logger)
{
    /// <summary>What a link would rate. Changes nothing, however often it is asked: mail scanners open every link.</summary>
    /// <exception cref="UnavailableException">The store, or the key of the links, is away.</exception>
    public Task<SurveyPage> LookAsync(string token, CancellationToken cancellationToken) =>
        AnswerAsync(token, rates: false, cancellationToken);

    /// <summary>Rates the ticket. The same rating a second time changes nothing; another one replaces it.</summary>
    /// <exception cref="UnavailableException">The store, or the key of the links, is away.</exception>
    public Task<SurveyPage> RateAsync(string token, CancellationToken cancellationToken) =>
        AnswerAsync(token, rates: true, cancellationToken);

    private async Task<SurveyPage> AnswerAsync(string token, bool rates, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token, clock.GetCurrentInstant()) is not var (grant, expired) || grant is not SurveyGrant asked)
            return new SurveyPage(SurveyStand.Invalid, "en");

        var (page, isNews) = await tickets.ChangeAsync(
            asked.TicketId, ticket => Answer(ticket, asked, expired, rates), cancellationToken);
        if (isNews) logger.TicketRated(asked.TicketId, asked.Rating);
        return page;
    }

    private (TicketCommit? Commit, (SurveyPage Page, bool IsNews) Answer) Answer(
        AssessedTicket ticket, SurveyGrant asked, bool expired, bool rates)
    {
        var reader = ticket.Assessment?.Governing is { } agreement ? AddresseeLookup.Known(agreement, asked.Recipient, string.Empty) : null;
        var language = reader?.Language ?? "en";

        // Whoever finds an old link is told no more than that it is old.
        if (expired || ticket.Assessment is not { Ticket: var about })
            return (null, (new SurveyPage(SurveyStand.Expired, language), false));

        var page = new SurveyPage(rates ? SurveyStand.Rated : SurveyStand.Open, language)
        {
            Rating = asked.Rating,
            TicketId = about.Id,
            Title = about.Title,
            Choices = [.. Choices(asked, ticket.Now)],
            Until = asked.Until.InZone(reader?.TimeZone ?? DateTimeZone.Utc),
        };
        if (!rates || about.Ratings is [.., { Value: var last }] && last == asked.Rating) return (null, (page, false));

        TicketEvent[] rated = [EventOf(ticket, asked)];
        var after = ticket.AssessmentWith(rated);
        return (ticket.Commit(rated, ticket.State with { NextLook = after?.NextLook }, after), (page, true));
    }

    /// <summary>The page is where one link led; the others are beside it, and so good as long.</summary>
    private IEnumerable<SurveyChoice> Choices(SurveyGrant asked, Instant now) => links
        .ForSurvey(asked.TicketId, asked.Recipient, asked.Until, now)
        .Select((link, i) => new SurveyChoice(i + 1, link.Segments[^1]));

    private static TicketEvent EventOf(AssessedTicket ticket, SurveyGrant asked)
    {
        // Numbered, so that of two at one instant the later one is the last.
        var number = ticket.Events.Count(e => e is { Type: TicketEventType.Rated, Source: PromiseTaking.Source });
        return new TicketEvent
        {
            TicketId = ticket.Id,
            Source = PromiseTaking.Source,
            Id = $"survey/{number:D6}",
            Time = StoredInstant.Truncate(ticket.Now),
            Type = TicketEventType.Rated,
            TypeName = "ticket.rated",
            Change = new TicketChange { By = Actor.Customer, Rating = asked.Rating },
        };
    }
}
