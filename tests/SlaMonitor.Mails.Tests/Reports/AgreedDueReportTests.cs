using System.Text;
using System.Text.Json;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Mails.Reports.Layout;

namespace SlaMonitor.Mails.Tests.Reports;

/// <summary>A report says how many promises had a due time agreed for their ticket, and what its figures would be without.</summary>
public sealed class AgreedDueReportTests
{
    /// <summary>Ten kept promises: two had a due time agreed, and one of these would have been broken without.</summary>
    private static IEnumerable<ClockOutcome> Month => ReportDesk.March(11).Skip(1).Select((clock, number) => number switch
    {
        0 => clock with { ComputedDue = new ComputedDue(clock.StartedAt + Duration.FromMinutes(1)) },
        1 => clock with { ComputedDue = new ComputedDue(null) },
        8 => clock with { EndedAt = clock.StartedAt + Duration.FromHours(1) },
        _ => clock,
    });

    [Fact]
    public void Json_SaysHowManyWereAgreed_AndTheFigureWithoutThem()
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, ReportDesk.Count(Month).Report);
        using var json = JsonDocument.Parse(stream.ToArray());

        var all = json.RootElement.GetProperty("all");
        Assert.Equal((10, 2), (all.GetProperty("met").GetInt32(), all.GetProperty("withAgreedDue").GetInt32()));
        Assert.Equal(1, all.GetProperty("attainment").GetDouble());
        Assert.Equal(0.9, all.GetProperty("attainmentWithoutAgreedDues").GetDouble(), 12);
        Assert.Equal(
            ["breached", "met"],
            json.RootElement.GetProperty("agreedDues").EnumerateArray()
                .Select(due => due.GetProperty("stateWithoutAgreedDue").GetString()));
    }

    [Theory]
    [InlineData("en", "Without agreed due times", "2 had a due time that both parties agreed on for the ticket; 1 of them would")]
    [InlineData("zh", "不计商定时限", "2 项由双方为工单另行商定了时限，其中 1 项若未商定则为逾期")]
    public void Page_SaysIt_BesideTheAttainment_InEachTable_AndTicketByTicket(string language, string without, string note)
    {
        var model = ReportModel.Of(ReportDesk.Page(ReportDesk.Count(Month).Report, language));

        Assert.Equal($"{without} 90%", model.Figures[0].Note);
        var section = Assert.Single(model.Sections, section => section.Note?.Contains(note, StringComparison.Ordinal) == true);
        Assert.Equal(2, section.Table!.Rows.Count);
        Assert.Equal("90%", Assert.Single(model.Sections[0].Table!.Rows[^1].Cells, cell => cell.Label == without).Text);
    }

    [Fact]
    public void Page_OfAMonthWithoutThem_SaysNothingOfThem()
    {
        var model = ReportModel.Of(ReportDesk.Page(ReportDesk.Count(ReportDesk.March(9)).Report));

        Assert.DoesNotContain(
            model.Sections.SelectMany(section => section.Table?.Columns ?? []), column => column.Text == "Without agreed due times");
        Assert.DoesNotContain(model.Sections, section => section.Heading == "Agreed due times");
    }

    [Fact]
    public void Csv_HasBothDueTimes_AndBothStates()
    {
        var text = new StringWriter(new StringBuilder());
        ReportCsv.Write(text, ReportDesk.Count(Month).Promises);
        var lines = text.ToString().Split("\r\n");

        Assert.EndsWith(",computedDueAt,stateWithoutAgreedDue", lines[0], StringComparison.Ordinal);
        Assert.EndsWith(",1,2026-03-02T08:02:00Z,breached", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",1,,met", lines[2], StringComparison.Ordinal);
    }
}
