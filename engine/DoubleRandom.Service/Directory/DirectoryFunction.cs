namespace DoubleRandom.Service.Directory;

/// <summary>What a person does in a unit, and so which notices reach them.</summary>
public enum DirectoryFunction
{
    /// <summary>联络员: receives the unit's reminders.</summary>
    Liaison,

    /// <summary>负责人: receives escalations to the unit's leader.</summary>
    Leader,

    /// <summary>联席会议办公室: receives what units hand in, and drafts of circulars.</summary>
    Office,

    /// <summary>督查部门: receives the last escalation.</summary>
    Supervision,
}
