using System.Text;

namespace SlaMonitor.EndToEnd.Fuzz;

/// <summary>One input, as it goes over the wire.</summary>
/// <param name="Door">Which door it is meant for.</param>
/// <param name="Bytes">All of it.</param>
/// <param name="WantsBody">Whether an answer has a body: that to HEAD has none.</param>
internal sealed record FuzzInput(string Door, byte[] Bytes, bool WantsBody = true)
{
    private const int Longest = 600;

    /// <summary>Whether it is no whole request, and the sending side closes after it: nobody has to answer.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The beginning, for people.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var character in Encoding.Latin1.GetString(Bytes.AsSpan(0, Math.Min(Bytes.Length, Longest))))
        {
            if (character is >= ' ' and <= '~' or '\n') text.Append(character);
            else if (character is not '\r') text.Append($"\\x{(int)character:x2}");
        }

        return Bytes.Length > Longest ? $"{text}… ({Bytes.Length} bytes)" : text.ToString();
    }
}
