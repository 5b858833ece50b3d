using SlaMonitor.Core.Erasing;
using SlaMonitor.Monitoring.Ports;

namespace SlaMonitor.Monitoring.Forgetting.Traces;

/// <summary>The messages that were given up. One that is for the person, or about them, is dropped.</summary>
internal sealed class DeadLetterTraces(IDeadLetters letters) : IPersonTraces
{
    private const int PageSize = 100;

    public string What => "deadLetters";

    public async Task<ErasedTraces> EraseAsync(PersonNames person, string? after, CancellationToken cancellationToken)
    {
        var page = await letters.ListAsync(SequencePlace.From(after), PageSize, cancellationToken);
        var named = page.Where(letter => PersonInOrder.Is(letter.Body, person) || person.IsIn(letter.Description)).ToList();
        foreach (var letter in named) await letters.DropAsync(letter.Sequence, cancellationToken);
        return new(named.Count, SequencePlace.Next(page, PageSize, letter => letter.Sequence));
    }
}
