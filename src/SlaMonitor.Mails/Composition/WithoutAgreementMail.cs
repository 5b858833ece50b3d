using NodaTime;
using SlaMonitor.Mails.Contents;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Composition;

/// <summary>Writes the mail that tells the operator of open tickets that no agreement governs.</summary>
public static class WithoutAgreementMail
{
    private const int LongestName = 100;

    /// <param name="id">The mail's id.</param>
    /// <param name="to">The address.</param>
    /// <param name="language">The language that is read there.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="found">The tickets.</param>
    /// <param name="asOf">When they were found so.</param>
    public static Mail Of(string id, string to, string language, Instant date, TicketsWithoutAgreement found, Instant asOf)
    {
        ArgumentNullException.ThrowIfNull(found);

        var wording = Wording.For(language);
        var unnamed = found.Tickets - found.Customers.Sum(customer => customer.Tickets);
        string[] customers =
        [
            .. found.Customers.Select(customer => wording.TicketsOf(
                HarmlessText.OrNull(customer.Name, LongestName),
                customer.Tickets,
                [.. customer.Examples.Select(ticket => HarmlessText.Of(ticket, LongestName))])),
            .. unnamed > 0 ? (string[])[wording.MoreTickets(unnamed)] : [],
        ];
        return PlainMail.Of(
            id, to, wording, date, wording.WithoutAgreementSubject(found.Tickets),
            [
                [wording.WithoutAgreementHeadline(found.Tickets, asOf.InUtc())],
                customers,
                .. wording.WithoutAgreementAdvice.Select(text => (string[])[text]),
            ]);
    }
}
