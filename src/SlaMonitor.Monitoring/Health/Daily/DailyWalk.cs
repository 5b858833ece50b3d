using NodaTime;
using SlaMonitor.Mails.Contents;

namespace SlaMonitor.Monitoring.Health.Daily;

/// <summary>One day's walk over the open tickets, as far as it has come.</summary>
/// <param name="day">The day, in UTC.</param>
internal sealed class DailyWalk(LocalDate day)
{
    /// <summary>How many customers the mail names: whoever can send events can make up any number of them.</summary>
    internal const int MostCustomers = 20;

    /// <summary>How many tickets it names of each.</summary>
    internal const int MostExamples = 3;

    private readonly Dictionary<string, List<string>> _ofCustomers = new(StringComparer.Ordinal);
    private readonly List<string> _ofNobody = [];
    private int _tickets;

    public LocalDate Day => day;

    /// <summary>What the next page comes after, in the store's own words; <c>null</c> for the first.</summary>
    public string? After { get; private set; }

    public bool IsDone { get; private set; }

    /// <summary>How many tickets are known by their customer.</summary>
    public int Looked { get; private set; }

    /// <summary>What was found; <c>null</c> where there is nothing to say.</summary>
    public TicketsWithoutAgreement? Found => _tickets == 0
        ? null
        : new(
            _tickets,
            [
                .. _ofCustomers.Select(customer => (Name: (string?)customer.Key, Tickets: customer.Value))
                    .Append((Name: null, Tickets: _ofNobody))
                    .Where(customer => customer.Tickets.Count > 0)
                    .OrderByDescending(customer => customer.Tickets.Count)
                    .ThenBy(customer => customer.Name, StringComparer.Ordinal)
                    .Take(MostCustomers)
                    .Select(customer => new CustomerWithoutAgreement(
                        customer.Name, customer.Tickets.Count, [.. customer.Tickets.Take(MostExamples)])),
            ]);

    /// <summary>Passes a page.</summary>
    /// <param name="looked">Its tickets without an agreement by their customer, as far as they were looked at.</param>
    /// <param name="others">How many more there are on it.</param>
    /// <param name="next">What the next page comes after; <c>null</c> where there is no other.</param>
    public void Pass(IReadOnlyList<(string TicketId, string? Customer)> looked, int others, string? next)
    {
        foreach (var (ticketId, customer) in looked) Of(customer).Add(ticketId);
        Looked += looked.Count;
        _tickets += looked.Count + others;
        (After, IsDone) = (next, next is null);
    }

    private List<string> Of(string? customer)
    {
        if (customer is null) return _ofNobody;
        if (!_ofCustomers.TryGetValue(customer, out var tickets)) _ofCustomers.Add(customer, tickets = []);
        return tickets;
    }
}
