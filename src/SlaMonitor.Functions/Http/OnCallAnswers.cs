using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using NodaTime;
using SlaMonitor.Agreements.Feeds;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Agreements.Versions;
using SlaMonitor.Mails.Board;
using SlaMonitor.Mails.Languages;
using SlaMonitor.Monitoring.Access;
using SlaMonitor.Monitoring.Board;
using SlaMonitor.Monitoring.Notification.Acknowledging;
using SlaMonitor.Monitoring.OnCall;
using SlaMonitor.Monitoring.Ports;
using SlaMonitor.Monitoring.Storage;

namespace SlaMonitor.Functions.Http;

/// <summary>Who is on call, as a page and as a calendar, and the forms by which shifts are swapped.</summary>
public sealed class OnCallAnswers(
    IAgreementSource agreements, ShiftAmendments amendments, LastingLinks links, IOptions<AcknowledgeOptions> options, BoardPages pages,
    BoardDeeds deeds, IClock clock)
{
    private const string Extension = ".ics";

    /// <summary>How many people of a rotation are given a link on the page.</summary>
    private const int MostLinks = 30;

    private static readonly Duration Ahead = Duration.FromDays(28);
    private static readonly Duration AheadInCalendars = Duration.FromDays(90);
    private static readonly Duration Longest = Duration.FromDays(62);

    /// <summary>The page.</summary>
    internal Task<IResult> OfAsync(HttpRequest request, CancellationToken cancellationToken) =>
        PageAsync(request, own: null, notice: null, StatusCodes.Status200OK, cancellationToken);

    /// <summary>Does what a form asks, and leads back to the page; or shows it, and says why nothing was done.</summary>
    internal Task<IResult> SwapAsync(HttpRequest request, CancellationToken cancellationToken) =>
        SwapAsync(request, own: null, cancellationToken);

    /// <summary>The page of one person's shifts, or what its form is answered, behind the link that the person was given.</summary>
    internal async Task<IResult> OfLinkAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        if (await links.ReadAsync(token, LastingLink.Shifts) is not { } link || OwnShifts.Of(link, token) is not { } own)
        {
            return ProblemAnswers.Problem(
                StatusCodes.Status404NotFound, "There is no such link.", "The page of who is on call has a link for each person.");
        }

        request.Is(new Identity(own.Member, Role.Agent, IsPerson: true) { Address = own.Member });
        return HttpMethods.IsPost(request.Method)
            ? await SwapAsync(request, own, cancellationToken)
            : await PageAsync(request, own, notice: null, StatusCodes.Status200OK, cancellationToken);
    }

    private async Task<IResult> SwapAsync(HttpRequest request, OwnShifts? own, CancellationToken cancellationToken)
    {
        var (form, refusal) = await BoardForms.ReadAsync(request, cancellationToken);
        if (refusal is not null) return refusal;

        var language = request.LanguageOf();
        var words = Wording.For(language).Board;
        if (ReaderName.Of(request) is not { } name)
            return await PageAsync(request, own, words.OnCall.SayWho, StatusCodes.Status400BadRequest, cancellationToken);

        string? whyNot = null;
        var (change, done) = (form.Field(OnCallFields.TakeBack), "taken back");
        if (own is not null && !await IsOwnAsync(own, form, change, cancellationToken))
        {
            whyNot = words.OnCall.NotYours;
        }
        else if (change.Length > 0)
        {
            if (!await amendments.TakeBackAsync(change, cancellationToken)) whyNot = words.OnCall.NoSuchChange;
        }
        else if (Read(form, await agreements.GetAsync(cancellationToken), name) is not { } amendment)
        {
            return await PageAsync(request, own, words.OnCall.NotAShift, StatusCodes.Status400BadRequest, cancellationToken);
        }
        else if (!await amendments.AddAsync(amendment, cancellationToken))
        {
            whyNot = words.OnCall.TooMany;
        }
        else
        {
            done = $"{amendment.Member} from {amendment.From} to {amendment.Until}";
        }

        if (whyNot is not null) return await PageAsync(request, own, whyNot, StatusCodes.Status409Conflict, cancellationToken);

        var subject = change.Length > 0 ? $"change {change}" : $"{form.Field(OnCallFields.Agreement)} {form.Field(OnCallFields.Contact)}";
        await deeds.RecordAsync(request, name, AuditDeed.ShiftChanged, subject, done, cancellationToken);
        return TypedResults.Redirect(UrlOf(request, own, language));
    }

    /// <summary>The calendar that a link leads to.</summary>
    internal async Task<IResult> CalendarAsync(HttpRequest request, string token, CancellationToken cancellationToken)
    {
        var signed = token.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) ? token[..^Extension.Length] : token;
        var now = clock.GetCurrentInstant();
        if (await links.ReadAsync(signed, LastingLink.Calendar) is not { } link
            || await FindAsync(link.Subject, link.Part, now, cancellationToken) is not var (agreement, contact))
        {
            return ProblemAnswers.Problem(
                StatusCodes.Status404NotFound, "There is no such calendar.", "The page of who is on call has the address of each.");
        }

        request.ProtectLink();
        var shifts = contact.Rotation!.ShiftsBetween(now - Ahead, now + AheadInCalendars, agreement.TimeZone);
        var text = RotationCalendar.Write(
            agreement, contact, shifts, now, shift => OnCallPage.StandsIn(shift, contact.Language ?? agreement.Language));
        return TypedResults.Content(text, "text/calendar", Encoding.UTF8);
    }

    private async Task<IResult> PageAsync(
        HttpRequest request, OwnShifts? own, string? notice, int status, CancellationToken cancellationToken)
    {
        request.ProtectBoard();
        var (language, now) = (request.LanguageOf(), clock.GetCurrentInstant());
        var book = await agreements.GetAsync(cancellationToken);
        var changes = await amendments.GetAsync(cancellationToken);
        var rotations = (
            from history in book.Agreements
            let agreement = history.VersionAt(now)
            where agreement is not null
            from contact in agreement.Contacts.Values
            where contact.Rotation is not null && (own is null || own.IsOf(agreement.Id, contact.Id))
            select new ShownRotation(
                agreement, contact, contact.Rotation!.ShiftsBetween(now, now + Ahead, agreement.TimeZone), CalendarUrl(agreement, contact),
                standIn => changes.LastOrDefault(change => Is(change, agreement, contact, standIn) && change.Until > now)?.Id)
            {
                SwapLinks = own is null && request.Identity().May(Role.Agent) ? [.. SwapLinksOf(agreement, contact)] : [],
            }).ToList();
        var url = UrlOf(request, own, language);
        var frame = BoardFrames.Of(request, language, other => UrlOf(request, own, other));
        var page = OnCallPage.Of(frame, rotations, BoardPeople.Of(book), url, now, notice);
        return TypedResults.Content(pages.Html(page), "text/html", Encoding.UTF8, status);
    }

    private static string UrlOf(HttpRequest request, OwnShifts? own, string language) => own is null
        ? BoardAddress.Of(request, BoardPlace.OnCall, language)
        : $"{BoardAddress.Up(request)}{BoardAddress.Shifts}/{own.Token}{QueryString.Create(BoardParameters.Language, language)}";

    /// <summary>Whether a form swaps, or takes back, nothing but what is the person's own.</summary>
    private async Task<bool> IsOwnAsync(
        OwnShifts own, IReadOnlyDictionary<string, StringValues> form, string change, CancellationToken cancellationToken)
    {
        if (change.Length > 0)
            return (await amendments.GetAsync(cancellationToken)).Any(one => one.Id == change && own.Is(one.By));
        if (!own.IsOf(form.Field(OnCallFields.Agreement), form.Field(OnCallFields.Contact))) return false;

        var (book, now) = (await agreements.GetAsync(cancellationToken), clock.GetCurrentInstant());
        // What cannot be read is said to be so, and not to be somebody else's.
        if (Read(form, book, own.Member) is not { } asked || await FindAsync(asked.Agreement, asked.Contact, now, cancellationToken)
            is not var (agreement, contact))
        {
            return true;
        }

        return contact.Rotation!.ShiftsBetween(asked.From, asked.Until, agreement.TimeZone).All(shift => own.Is(shift.Member));
    }

    private IEnumerable<(string Member, string Url)> SwapLinksOf(Agreement agreement, Contact contact) =>
        contact.Rotation!.Turns.Members.Distinct(StringComparer.OrdinalIgnoreCase).Take(MostLinks).Select(member => (
            member,
            $"{options.Value.PublicUrl.TrimEnd('/')}/api/{BoardAddress.Shifts}/"
                + links.Issue(OwnShifts.LinkOf(agreement.Id, contact.Id, member))));

    private string CalendarUrl(Agreement agreement, Contact contact) =>
        $"{options.Value.PublicUrl.TrimEnd('/')}/api/calendars/"
        + links.Issue(new LastingLink(LastingLink.Calendar, agreement.Id, contact.Id)) + Extension;

    private async Task<(Agreement, Contact)?> FindAsync(string id, string contactId, Instant now, CancellationToken cancellationToken)
    {
        var book = await agreements.GetAsync(cancellationToken);
        var history = book.Agreements.FirstOrDefault(one => one.Id == id);
        var version = history?.VersionAt(now) ?? history?.Versions[^1];
        return version?.Contacts.GetValueOrDefault(contactId) is { Rotation: not null } contact ? (version, contact) : null;
    }

    private ShiftAmendment? Read(IReadOnlyDictionary<string, StringValues> form, AgreementBook book, string name)
    {
        var now = StoredInstant.Truncate(clock.GetCurrentInstant());
        var (id, contact) = (form.Field(OnCallFields.Agreement), form.Field(OnCallFields.Contact));
        var agreement = book.Agreements.FirstOrDefault(one => one.Id == id)?.VersionAt(now);
        if (agreement?.Contacts.GetValueOrDefault(contact) is not { Rotation: not null }) return null;
        if (ReaderName.Read(form.Field(OnCallFields.Member)) is not { } member
            || OnCallPage.ReadMoment(form.Field(OnCallFields.From), agreement.TimeZone) is not { } asked
            || OnCallPage.ReadMoment(form.Field(OnCallFields.Until), agreement.TimeZone) is not { } until)
        {
            return null;
        }

        // What has been is as it was: who was told in it stays told.
        var from = Instant.Max(asked, now);
        return until > from && until - from <= Longest
            ? ShiftAmendment.Of(id, contact, member, from, until, name, now)
            : null;
    }

    private static bool Is(ShiftAmendment change, Agreement agreement, Contact contact, RotationOverride standIn) =>
        change.Agreement == agreement.Id && change.Contact == contact.Id && change.Member == standIn.Member
        && change.From == standIn.Span.Start && change.Until == standIn.Span.End && change.By == standIn.ChangedBy;
}
