namespace SlaMonitor.Core.Erasing;

/// <summary>Takes the names of one or more people out of what somebody wrote.</summary>
public interface INameErasure
{
    /// <summary>A value that is a name: its pseudonym where it is one of those to be erased, else itself.</summary>
    string? Name(string? value);

    /// <summary>A free text: itself, with the names to be erased replaced by pseudonyms.</summary>
    string? Text(string? text);

    /// <summary>A title of a ticket, which the requester wrote.</summary>
    string? Title(string? title);
}
