namespace SlaMonitor.Agreements.Format;

[Section(
    "something that happens", "What happens to a ticket: a word, or one of reply, becomes and ceases.", Words = typeof(OccurrenceWord))]
internal sealed record OccurrenceSection : Section
{
    [Key("Somebody writes: public, internal, or any.")]
    public Located<ReplyWord>? Reply { get; init; }

    [Key("Who writes: agent or customer. Either, where not given.")]
    public Located<AuthorWord>? By { get; init; }

    [Key("A condition begins to hold: a status entered, a group or a person assigned, a field set.")]
    public ConditionSection? Becomes { get; init; }

    [Key("A condition that held holds no more.")]
    public ConditionSection? Ceases { get; init; }
}
