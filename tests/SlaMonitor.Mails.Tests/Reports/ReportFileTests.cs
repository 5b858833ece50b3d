using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Core.Reporting.Outcomes;
using SlaMonitor.Mails.Preview;
using SlaMonitor.Mails.Reports.Data;

namespace SlaMonitor.Mails.Tests.Reports;

public sealed class ReportFileTests
{
    public static TheoryData<string> Formulas => ["=1+1", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "=cmd|' /C calc'!A0"];

    [Fact]
    public void Json_HasTheTargets_AndTheSameForAllOfThem()
    {
        var report = ReportDesk.Count(ReportDesk.March(900)).Report;
        var json = Json(report);

        Assert.Equal(
            report.Targets.Select(target => (target.Target, target.Metric, target.Promises.Met, target.Promises.Breached)),
            json.GetProperty("targets").EnumerateArray().Select(target => (
                target.GetProperty("target").GetString()!, target.GetProperty("metric").GetString()!, target.GetProperty("met").GetInt32(),
                target.GetProperty("breached").GetInt32())));
        var all = json.GetProperty("all");
        Assert.Equal((800, 100), (all.GetProperty("met").GetInt32(), all.GetProperty("breached").GetInt32()));
        Assert.Equal(800d / 900, all.GetProperty("attainment").GetDouble(), 12);

        var credit = Assert.Single(json.GetProperty("credits").EnumerateArray());
        Assert.Equal(("EUR", 1600m), (credit.GetProperty("currency").GetString(), credit.GetProperty("credit").GetDecimal()));
        Assert.Equal(100, json.GetProperty("breaches").GetArrayLength());
    }

    [Fact]
    public void Json_OfAnEmptyMonth_HasNoFigure()
    {
        var json = Json(ReportDesk.Count([]).Report);

        Assert.Equal(JsonValueKind.Null, json.GetProperty("all").GetProperty("attainment").ValueKind);
        Assert.Equal(JsonValueKind.Null, json.GetProperty("satisfaction").GetProperty("mean").ValueKind);
        Assert.Equal(0, json.GetProperty("credits")[0].GetProperty("credit").GetDecimal());
        Assert.Equal(2, json.GetProperty("targets").GetArrayLength());
    }

    [Fact]
    public void Json_OfARestatedMonth_SaysWhatChanged()
    {
        var restated = Json(ReportSamples.All("en")[0].Page.Report).GetProperty("restated");

        Assert.Contains(
            restated.GetProperty("figures").EnumerateArray(), figure => figure.GetProperty("figure").GetString() == "attainment");
    }

    [Fact]
    public void Csv_HasALineForEachPromise_AndSpeaksRfc4180()
    {
        var lines = Csv(ReportDesk.March(90).Select((clock, number) =>
            number == 0 ? clock with { Facts = new OutcomeFacts { Title = "said \"no\", twice\nand left" } } : clock));

        Assert.Equal(91, lines.Count);
        Assert.All(lines, line => Assert.Equal(lines[0].Count, line.Count));
        Assert.Equal("said \"no\", twice\nand left", lines[1][lines[0].IndexOf("title")]);
        Assert.Equal(("HD-0", "response", "breached", "225"), (
            lines[1][lines[0].IndexOf("ticket")], lines[1][lines[0].IndexOf("target")], lines[1][lines[0].IndexOf("state")],
            lines[1][lines[0].IndexOf("usedPercent")]));
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public async Task Formula_ThatAStrangerWrote_IsTextInEveryFile(string formula)
    {
        var facts = new OutcomeFacts { Title = formula, Customer = formula };
        var clock = ReportDesk.March(1).Single() with { TicketId = formula, Facts = facts };

        var csv = Csv([clock]);
        Assert.Equal($"'{formula}", csv[1][csv[0].IndexOf("title")]);
        Assert.Equal($"'{formula}", csv[1][csv[0].IndexOf("ticket")]);

        using var book = await WorkbookAsync([clock]);
        var promises = Rows(book, "promises");
        Assert.Equal(formula.TrimStart('\r'), promises[1][promises[0].IndexOf("title")]);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(part => part.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public async Task Workbook_OpensInAnotherLibrary_IsValid_AndHasTheFigures()
    {
        using var book = await WorkbookAsync(ReportDesk.March(900));

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(book).Select(error => error.Description));
        var targets = Rows(book, "targets");
        Assert.Equal(["target", "metric", "met", "breached", "attainment"], targets[0].Take(5));
        Assert.Equal(["all", "", "800", "100"], targets[^1].Take(4));
        Assert.Equal(901, Rows(book, "promises").Count);
        Assert.Contains(Rows(book, "report"), row => row.Contains("EUR 1,600.00"));
    }

    [Fact]
    public async Task Workbook_OfWhatXmlCannotHold_IsValidAllTheSame()
    {
        var clock = ReportDesk.March(1).Single() with
        {
            Facts = new OutcomeFacts { Title = "a\0b\u0007c\uFFFEd\ud800e😀" + new string('漢', 40_000) },
        };
        using var book = await WorkbookAsync([clock]);

        Assert.Empty(new OpenXmlValidator().Validate(book).Select(error => error.Description));
        var promises = Rows(book, "promises");
        Assert.StartsWith("abcd\uFFFDe😀漢", promises[1][promises[0].IndexOf("title")], StringComparison.Ordinal);
    }

    private static JsonElement Json(Report report)
    {
        using var stream = new MemoryStream();
        ReportJson.Write(stream, report);
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }

    private static async Task<SpreadsheetDocument> WorkbookAsync(IEnumerable<ClockOutcome> clocks)
    {
        var (report, promises) = ReportDesk.Count(clocks);
        var stream = new MemoryStream();
        await ReportWorkbook.WriteAsync(stream, ReportDesk.Page(report), promises, CancellationToken.None);
        stream.Position = 0;
        return SpreadsheetDocument.Open(stream, isEditable: false);
    }

    private static List<List<string>> Rows(SpreadsheetDocument book, string sheet)
    {
        var id = book.WorkbookPart!.Workbook.Descendants<Sheet>().Single(candidate => candidate.Name == sheet).Id!;
        var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(id!)).Worksheet.Descendants<Row>();
        return [.. rows.Select(row => row.Elements<Cell>().Select(cell => cell.InnerText).ToList())];
    }

    private static List<List<string>> Csv(IEnumerable<ClockOutcome> clocks)
    {
        var text = new StringWriter();
        ReportCsv.Write(text, ReportDesk.Count(clocks).Promises);
        return Parse(text.ToString());
    }

    /// <summary>Reads RFC 4180 character by character.</summary>
    private static List<List<string>> Parse(string csv)
    {
        var (lines, line, value, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            switch (csv[i])
            {
                case '"' when quoted && i + 1 < csv.Length && csv[i + 1] == '"':
                    value.Append('"');
                    i++;
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    line.Add(value.ToString());
                    value.Clear();
                    break;
                case '\r' when !quoted && csv[i + 1] == '\n':
                    line.Add(value.ToString());
                    lines.Add(line);
                    (line, i) = ([], i + 1);
                    value.Clear();
                    break;
                default:
                    value.Append(csv[i]);
                    break;
            }
        }

        return lines;
    }
}
