using System.Globalization;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using SlaMonitor.Benchmarks.Boards;
using SlaMonitor.Benchmarks.Calendars;
using SlaMonitor.Benchmarks.Due;
using SlaMonitor.Benchmarks.Histories;
using SlaMonitor.Benchmarks.Load;
using SlaMonitor.Benchmarks.Reports;

if (args is [CeilingServer.Command, var port, var file])
{
    await CeilingServer.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), file);
    return 0;
}

if (args is [LoadCommand.Command, .. var rest]) return await LoadCommand.RunAsync(rest);
if (args is [StartCommand.Command, .. var start]) return await StartCommand.RunAsync(start);
if (args is [HistoryCommand.Command, .. var history]) return HistoryCommand.Run(history);
if (args is [ReportCommand.Command, .. var report]) return await ReportCommand.RunAsync(report);
if (args is [BoardCommand.Command, .. var board]) return await BoardCommand.RunAsync(board);
if (args is [DueCommand.Command, .. var due]) return await DueCommand.RunAsync(due);

// Many short iterations in one process: all of it runs in a few minutes, and the best of them is what the code costs when nothing else
// wants the core. Pass --filter to choose.
var job = Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
    .WithIterationTime(TimeInterval.FromMilliseconds(15))
    .WithWarmupCount(60)
    .WithIterationCount(60);
var config = ManualConfig.Create(DefaultConfig.Instance)
    .AddJob(job)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddColumn(StatisticColumn.Min, StatisticColumn.Median)
    .HideColumns(Column.Error, Column.StdDev, Column.RatioSD, Column.Gen0, Column.Gen1, Column.Gen2, Column.AllocRatio)
    .WithOptions(ConfigOptions.JoinSummary);
if (!args.Contains("--list")) CalendarSize.Print();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args.Length == 0 ? ["--filter", "*"] : args, config);
return 0;
