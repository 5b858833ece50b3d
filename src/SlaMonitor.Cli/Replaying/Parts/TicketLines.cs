using System.Text;

namespace SlaMonitor.Cli.Replaying.Parts;

/// <summary>Lines of a file by ticket, which come in no order and are written in that of the tickets.</summary>
internal sealed class TicketLines : IDisposable
{
    private readonly StringWriter _text = new();
    private readonly List<(string TicketId, int Begin, int End)> _tickets = [];

    /// <summary>Adds the lines of a ticket.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="write">Writes them.</param>
    public void Add(string ticketId, Action<TextWriter> write)
    {
        var text = _text.GetStringBuilder();
        var begin = text.Length;
        write(_text);
        if (text.Length > begin) _tickets.Add((ticketId, begin, text.Length));
    }

    /// <summary>Writes all.</summary>
    public void WriteTo(string path)
    {
        _tickets.Sort((x, y) => string.CompareOrdinal(x.TicketId, y.TicketId));
        var text = _text.ToString();
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false), bufferSize: 1 << 16);
        foreach (var (_, begin, end) in _tickets) file.Write(text.AsSpan(begin, end - begin));
    }

    public void Dispose() => _text.Dispose();
}
