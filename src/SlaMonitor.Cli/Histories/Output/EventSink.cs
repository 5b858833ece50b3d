using System.Buffers;
using SlaMonitor.CloudEvents.Files;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Cli.Histories.Output;

/// <summary>Writes the events that a history states into a file of lines.</summary>
internal sealed class EventSink : IDisposable
{
    private readonly FileStream _file;
    private readonly ArrayBufferWriter<byte> _line = new(4096);

    public EventSink(string path) => _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 18);

    public void Add(TicketEvent happened)
    {
        _line.ResetWrittenCount();
        EventLineWriter.Write(happened, _line);
        Add(_line.WrittenSpan);
    }

    /// <summary>Adds a line that is written already.</summary>
    public void Add(ReadOnlySpan<byte> line)
    {
        _file.Write(line);
        _file.WriteByte((byte)'\n');
    }

    public void Dispose() => _file.Dispose();
}
