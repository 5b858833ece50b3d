using System.Diagnostics;
using SlaMonitor.Core.Reporting;
using SlaMonitor.Mails.Reports.Data;
using SlaMonitor.Mails.Reports.Layout;
using SlaMonitor.Mails.Templates;
using Xunit.Abstractions;

namespace SlaMonitor.Mails.Tests.Reports;

public sealed class ReportScaleTests(ITestOutputHelper output)
{
    private const int Promises = 100_000;
    private const long MostBytes = 256 * 1024 * 1024;

    /// <summary>
    /// Memory is that which is kept, which no other test can change by much. How long it takes is shown and not held: docs/performance.md
    /// has the figure of a quiet machine.
    /// </summary>
    [Fact]
    public async Task MonthOf100000Promises_InAllFormats_IsMadeInLittleMemory()
    {
        await MakeAllAsync(2_000, _ => { }); // a running monitor has made reports before

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var worked = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();

        var (report, promises) = await MakeAllAsync(
            Promises, what => output.WriteLine($"{what} after {watch.ElapsedMilliseconds} ms"));

        var worktime = Environment.CpuUsage.TotalTime - worked;
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine($"{worktime.TotalMilliseconds:0} ms of a processor, other tests included");
        output.WriteLine($"{kept / 1024 / 1024} MB kept, {Environment.WorkingSet / 1024 / 1024} MB in all with the tests");
        Assert.Equal(Promises, report.Promises.Decided);
        Assert.InRange(kept, 0, MostBytes);
        GC.KeepAlive(promises);
    }

    private static async Task<(Report Report, IReadOnlyList<CountedPromise> Promises)> MakeAllAsync(int count, Action<string> note)
    {
        var (report, promises) = ReportDesk.Count(ReportDesk.March(count));
        note("counted");
        var page = ReportDesk.Page(report);
        Assert.InRange(new ReportPages(TemplateSet.BuiltIn).Html(page).Length, 10_000, 2_000_000);
        note("HTML");
        ReportJson.Write(Stream.Null, report);
        note("JSON");
        using (var csv = new StreamWriter(Stream.Null)) ReportCsv.Write(csv, promises);
        note("CSV");
        await ReportWorkbook.WriteAsync(Stream.Null, page, promises, CancellationToken.None);
        note("XLSX");
        return (report, promises);
    }
}
