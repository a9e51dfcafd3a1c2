/** Words that editors file content under across topics. */
export const tags = ['最多跑一次', '一窗受理', '容缺受理', '数据共享', '一件事', '移动办事', '营商环境', '企业服务', '便民服务', '乡镇街道', '整改落实', '典型经验', '政策解读', '电子证照', '统一支付'] as const;

export type TagName = (typeof tags)[number];
