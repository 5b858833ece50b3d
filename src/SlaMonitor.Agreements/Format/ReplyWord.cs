namespace SlaMonitor.Agreements.Format;

/// <summary>Who can read what was written.</summary>
internal enum ReplyWord
{
    Public,
    Internal,
    Any,
}
