using NodaTime;
using SlaMonitor.Core.Tickets;
using SlaMonitor.Mails.Languages;

namespace SlaMonitor.Mails.Preview;

/// <summary>The tickets of a month at the sample helpdesk: most go well, some come late, wait, come back or go away.</summary>
/// <param name="language">The language that its people write.</param>
/// <param name="title">The title of its tickets; its own, where none is given.</param>
internal sealed class SampleMonth(string language, string? title)
{
    private static readonly string[] Agents = ["anna@example.com", "ben@example.com", "chen@example.com"];

    private readonly bool _isChinese = Wording.IsChinese(language);

    private string[] Customers => _isChinese
        ? ["示例科技有限公司", "远山物流", "晨光出版社"]
        : ["Example Industries", "Far Hills Logistics", "Morning Press"];

    private string[] Categories => _isChinese ? ["登录", "支付", "报表"] : ["Login", "Payment", "Reports"];

    private string[] Titles => _isChinese
        ? ["登录后页面空白，无法提交订单", "支付回调未到账", "月度报表数字不一致"]
        : ["Checkout shows an empty page after login", "Payment callback never arrives", "Figures of the monthly export differ"];

    /// <summary>What is known of a ticket at an instant.</summary>
    public TicketEvent[] LogOf(int number, Instant asOf) =>
        [.. Story(number).Where(e => e.Time <= asOf)];

    private IEnumerable<TicketEvent> Story(int number)
    {
        // The weekdays of four weeks from Monday, 2 March 2026 in turn, at different hours of the day.
        var day = number % 20;
        var opened = Instant.FromUtc(2026, 3, 2, 8, 0) + Duration.FromDays((day / 5 * 7) + (day % 5))
            + Duration.FromMinutes(number * 37 % 420);
        yield return Event(number, TicketEventType.Created, opened, new TicketChange
        {
            Title = title ?? Titles[number % 3],
            Url = new Uri($"https://helpdesk.example.com/tickets/HD-{3000 + number}"),
            Customer = Customers[number % 7 % 3],
            Category = number % 11 == 0 ? null : Categories[number % 5 % 3],
            Priority = number % 6 == 0 ? TicketPriority.High : TicketPriority.Normal,
            Emergency = number % 29 == 0,
            Group = _isChinese ? "一线支持" : "First line",
            Assignee = Agents[number % 4 % 3],
        });
        if (number % 31 == 7)
        {
            yield return Event(number, TicketEventType.Merged, opened + Duration.FromHours(1), TicketChange.None);
            yield break;
        }

        yield return Event(
            number, TicketEventType.Replied, opened + Duration.FromMinutes(number % 13 == 4 ? 400 : 20 + (number * 17 % 180)),
            new TicketChange { By = Actor.Agent });
        if (number % 5 == 2)
        {
            yield return Event(
                number, TicketEventType.Updated, opened + Duration.FromHours(7), new TicketChange { Status = TicketStatus.Pending });
            yield return Event(
                number, TicketEventType.Updated, opened + Duration.FromHours(30), new TicketChange { Status = TicketStatus.Open });
        }

        var resolved = opened + Duration.FromHours(number % 9 == 5 ? 130 : 10 + (number * 5 % 44));
        yield return Event(number, TicketEventType.Resolved, resolved, TicketChange.None);
        if (number % 17 == 3)
        {
            yield return Event(number, TicketEventType.Reopened, resolved + Duration.FromHours(20), TicketChange.None);
            yield return Event(number, TicketEventType.Resolved, resolved + Duration.FromHours(26), TicketChange.None);
        }

        if (number % 4 == 1)
        {
            yield return Event(
                number, TicketEventType.Rated, resolved + Duration.FromHours(28), new TicketChange { Rating = number % 12 == 1 ? 2 : 5 });
        }
    }

    private static TicketEvent Event(int number, TicketEventType type, Instant at, TicketChange change) => new()
    {
        TicketId = $"HD-{3000 + number}",
        Source = "/sample",
        Id = $"{number}-{type}-{at.ToUnixTimeSeconds()}",
        Time = at,
        Type = type,
        TypeName = $"ticket.{type}",
        Change = change,
    };
}
