using System.Text.Json;

namespace SlaMonitor.Webhooks.Translation;

/// <summary>
/// How the exports of one helpdesk are read. An export is gone through twice: what one item says may decide what another means, in
/// whichever order they come.
/// </summary>
internal abstract class ExportReader
{
    /// <summary>The names under which a page of the helpdesk's has its items, as <c>tickets</c>.</summary>
    public abstract IReadOnlyList<string> Lists { get; }

    /// <summary>Whether an item can be of this helpdesk.</summary>
    /// <param name="item">An item.</param>
    public abstract bool Knows(JsonElement item);

    /// <summary>The first time: notes what others need.</summary>
    /// <param name="item">An item.</param>
    /// <param name="page">The number of the list that it stands in.</param>
    public virtual void Learn(JsonElement item, int page)
    {
    }

    /// <summary>The second time: tells what the item states.</summary>
    /// <param name="item">The item.</param>
    /// <param name="page">The number of the list that it stands in.</param>
    /// <param name="teller">Where to.</param>
    public abstract void Read(JsonElement item, int page, ExportTeller teller);

    /// <summary>Tells what was only known once all items were read.</summary>
    /// <param name="teller">Where to.</param>
    public virtual void End(ExportTeller teller)
    {
    }
}
