using System.Globalization;

namespace SlaMonitor.Benchmarks.Histories;

/// <summary><c>history EVENTS SEED FILE</c>: writes a history for <c>sla replay</c>, the same for the same seed.</summary>
internal static class HistoryCommand
{
    public const string Command = "history";

    public static int Run(string[] args)
    {
        if (args is not [var events, var seed, var file])
        {
            Console.Error.WriteLine("history EVENTS SEED FILE");
            return 2;
        }

        using var writer = new StreamWriter(file, append: false, bufferSize: 1 << 20, encoding: new System.Text.UTF8Encoding(false));
        new HistoryGenerator(int.Parse(seed, CultureInfo.InvariantCulture))
            .Write(long.Parse(events, CultureInfo.InvariantCulture), writer);
        return 0;
    }
}
