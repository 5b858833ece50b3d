using System.CommandLine;
using System.Globalization;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>The option that says how much of a history may be in memory.</summary>
internal static class MemoryOption
{
    private const int DefaultMemory = 256;
    private const int LeastMemory = 16;

    /// <summary>What a part takes in memory, as a multiple of its bytes in the file: its lines, and what they come to.</summary>
    private const int BytesInMemory = 6;

    private const int MostParts = 1000;

    public static Option<int> Create()
    {
        var memory = new Option<int>("--memory")
        {
            HelpName = "MIB",
            Description = "How much memory the events may take, about. What does not fit waits on the disk.",
            DefaultValueFactory = _ => DefaultMemory,
        };
        memory.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => !IsEnough(token.Value))) given.AddError($"--memory is in MiB, and at least {LeastMemory}.");
        });
        return memory;
    }

    private static bool IsEnough(string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var memory) && memory >= LeastMemory;

    /// <summary>How many parts a file has to be split into.</summary>
    /// <param name="bytes">How long it is.</param>
    /// <param name="memory">How much may be in memory, in MiB.</param>
    public static int PartsOf(long bytes, int memory)
    {
        var room = memory * 1024L * 1024;
        return (int)Math.Clamp(((bytes * BytesInMemory * Environment.ProcessorCount) + room - 1) / room, 1, MostParts);
    }
}
