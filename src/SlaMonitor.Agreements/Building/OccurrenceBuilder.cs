using SlaMonitor.Agreements.Diagnostics;
using SlaMonitor.Agreements.Format;
using SlaMonitor.Core.Agreements;
using SlaMonitor.Core.Tickets;

namespace SlaMonitor.Agreements.Building;

/// <summary>Builds what happens to a ticket and starts, stops or renews a metric.</summary>
internal sealed class OccurrenceBuilder(Problems problems)
{
    private static readonly string[] Kinds = ["reply", "becomes", "ceases"];

    /// <returns>The occurrences in file order; <c>null</c> where one has a mistake, which is reported.</returns>
    public IReadOnlyList<Occurrence>? Build(Items<OccurrenceSection>? list)
    {
        if (list is null) return [];
        if (list.IsEmpty) problems.Error(list.Place, "nothing is named here; write what happens, as in created or { reply: public }");

        var occurrences = list.Values.Select(Build).ToList();
        return list.IsEmpty || !list.IsComplete || occurrences.Contains(null) ? null : [.. occurrences.OfType<Occurrence>()];
    }

    private Occurrence? Build(OccurrenceSection section)
    {
        if (section.Word is OccurrenceWord word) return Of(word);

        var named = Kinds.Where(section.KeyPlaces.ContainsKey).ToArray();
        if (named.Length != 1)
        {
            problems.Error(
                section.Place,
                named.Length == 0
                    ? "nothing is named here; write reply, becomes or ceases"
                    : $"{Sentences.And(named)} are happenings of their own; write them one by one, as a list");
            return null;
        }

        if (section.By is { } by && named[0] != "reply")
        {
            problems.Error(by.Place, "only somebody who writes is known to be an agent or the customer; write it beside reply");
            return null;
        }

        return section.Reply is { } reply ? Of(reply.Value, section.By?.Value) : Of(section.Becomes ?? section.Ceases, named[0]);
    }

    private static Occurrence Of(OccurrenceWord word) => word switch
    {
        OccurrenceWord.Created => new Occurrence.Created(),
        OccurrenceWord.Resolved => new Occurrence.Resolved(),
        OccurrenceWord.Reopened => new Occurrence.Reopened(),
        _ => new Occurrence.Acknowledged(),
    };

    private static Occurrence.Reply Of(ReplyWord reply, AuthorWord? by) => new(
        by switch { AuthorWord.Agent => Actor.Agent, AuthorWord.Customer => Actor.Customer, _ => null },
        reply switch { ReplyWord.Public => true, ReplyWord.Internal => false, _ => null });

    private Occurrence? Of(ConditionSection? section, string key)
    {
        if (section is null || ConditionBuilder.Build(section, problems, withStatus: true) is not { } when) return null;
        if (when.Specificity > 0) return key == "becomes" ? new Occurrence.Becomes(when) : new Occurrence.Ceases(when);

        problems.Error(section.Place, "this condition always holds, so that nothing happens to it; write its keys");
        return null;
    }
}
